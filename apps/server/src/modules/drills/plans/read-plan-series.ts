import type { ContingencyPlanBody, Store } from '@zhanggui/contract'
import { findPlanMetric } from '@zhanggui/drills'
import type { MetricSeries } from '@zhanggui/playbooks'
import { and, asc, eq, gte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readSeries } from '../../live/alerts/series/read-series.ts'
import { findWatched } from '../../live/alerts/series/watched-metric.ts'
import { planReadings } from '../schema.ts'

const MINUTE_MS = 60_000
/** What was reported longer ago than a day says nothing of now. */
const READ_BACK_MINUTES = 1440

/** Readings of one metric; a state holds until the next is reported, so that it is known at every minute. */
async function readReported(
  { records }: Context,
  store: string,
  { metric, now, holds }: { metric: string; now: Date; holds: boolean },
): Promise<MetricSeries['points']> {
  const at = Math.floor(now.getTime() / MINUTE_MS)
  const own = and(
    eq(planReadings.store, store),
    eq(planReadings.metric, metric),
    gte(planReadings.minute, at - READ_BACK_MINUTES),
  )
  const rows = await records.db.select().from(planReadings).where(own).orderBy(asc(planReadings.minute))
  const points = rows.map(({ minute, value, sample }) => ({ minute, value, sample }))
  const last = points.at(-1)
  return holds && last && last.minute < at ? [...points, { ...last, minute: at }] : points
}

/** What a plan's trigger is judged on now; undefined where nothing is there to judge. */
export async function readPlanSeries(
  context: Context,
  store: Store,
  { trigger }: Pick<ContingencyPlanBody, 'trigger'>,
  now: Date,
): Promise<MetricSeries | undefined> {
  if (trigger === null) return undefined
  const own = findPlanMetric(trigger.metric)
  if (own) {
    const question = { metric: trigger.metric, now, holds: own.combine === 'last' }
    const points = await readReported(context, store.id, question)
    const at = Math.floor(now.getTime() / MINUTE_MS) + 1
    return { at, stepMinutes: 1, combine: own.combine, points, knownTo: points.length > 0 ? at : null }
  }
  const watched = findWatched(trigger.metric)
  if (!watched) return undefined
  const [slice] = await readSeries(context, store, { watched, condition: trigger, now })
  return slice?.series
}
