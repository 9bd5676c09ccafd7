import type { BackTestReport, Store } from '@zhanggui/contract'
import { backTest, isDaily, subjectTypesOf, type World } from '@zhanggui/playbooks'
import { and, asc, eq, gte } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { localTime } from '../../../live/alerts/notices/local-time.ts'
import { phaseHistory } from '../../../live/alerts/series/current-phase.ts'
import { readSeries } from '../../../live/alerts/series/read-series.ts'
import { findWatched } from '../../../live/alerts/series/watched-metric.ts'
import { readWorld } from '../bindings/index.ts'
import { readMeasured, withMeasured } from '../measured/index.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { playbookOf } from '../records/sentences.ts'
import { type PlaybookRow, playbookEvents } from '../schema.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const RUNS_MAX = 500
const MINUTE_DAYS_MAX = 14

const PRESENT_WORLD = {
  zh: '展示位、价格、渠道等按现在的状态推演：过去每一刻的状态没有留存。',
  en: 'Slots, prices and channels are taken as they are now: what they were at each moment of the past is not kept.',
}
const NO_MARKET = {
  zh: '这里只说“会做什么”，不推断销量会怎样变；后者在演练里用模拟市场回答。',
  en: 'This says what it would have done, not what sales would have become; drills answer that in a simulated market.',
}

async function readSeriesOf(context: Context, store: Store, row: PlaybookRow, days: number, now: Date) {
  const { trigger } = row.body
  if (trigger.kind !== 'condition') return undefined
  const watched = findWatched(trigger.condition.metric)
  if (!watched) throw new ApiFailure('not_found', { what: `metrics/${trigger.condition.metric}` })
  if (watched.grain === 'state') throw new ApiFailure('alert_without_past', { metric: watched.id })
  const question = { watched, condition: trigger.condition, now, beforeMinutes: days * DAY_MINUTES }
  const [slice] = await readSeries(context, store, question)
  return slice?.series
}

async function readEvents(context: Context, store: string, { body }: PlaybookRow, since: Date): Promise<number[]> {
  if (body.trigger.kind !== 'event') return []
  const own = and(
    eq(playbookEvents.store, store),
    eq(playbookEvents.event, body.trigger.event),
    gte(playbookEvents.at, since),
  )
  const rows = await context.records.db.select().from(playbookEvents).where(own).orderBy(asc(playbookEvents.at))
  return rows.map(({ at }) => Math.floor(at.getTime() / MINUTE_MS))
}

/** Local time ahead of UTC, in minutes, as the shop's clock shows it at an instant. */
function offsetOf(now: Date, timeZone: string): number {
  const utc = now.getUTCHours() * 60 + now.getUTCMinutes()
  const ahead = localTime(now, timeZone).minuteOfDay - utc
  return ahead > DAY_MINUTES / 2 ? ahead - DAY_MINUTES : ahead <= -DAY_MINUTES / 2 ? ahead + DAY_MINUTES : ahead
}

/**
 * What a playbook would have done in the last days, with its limits, judged then as it would be judged now.
 * Errors: throws `not_found`, `alert_without_past`.
 */
export async function backTestPlaybook(
  context: Context,
  store: Store,
  id: string,
  days: number,
): Promise<BackTestReport> {
  const row = await findPlaybook(context, store.id, id)
  const { trigger } = row.body
  const now = context.clock.now()
  const daily = trigger.kind === 'condition' && isDaily(trigger.condition)
  const span = trigger.kind === 'condition' && !daily ? Math.min(days, MINUTE_DAYS_MAX) : days
  const series = await readSeriesOf(context, store, row, span, now)
  const to = series?.at ?? Math.floor(now.getTime() / MINUTE_MS)
  const from = to - span * DAY_MINUTES
  const playbook = playbookOf(id, row.body)
  const types = subjectTypesOf(playbook)
  const measured = await readMeasured(context, { store, types, now })
  const kept = await context.records.transaction((tx) => readWorld(tx, { store: store.id, types, now }))
  const world: World = withMeasured(kept, measured)
  const report = backTest(playbook, {
    ...(series ? { series } : {}),
    events: await readEvents(context, store.id, row, new Date(from * MINUTE_MS)),
    worldAt: () => world,
    phaseAt: await phaseHistory(context, store, { daily }),
    // Daily series count days from midnight read as UTC; everything else counts true minutes.
    offsetMinutes: daily ? 0 : offsetOf(now, store.timezone),
    from,
    to,
    everyMinutes: daily ? DAY_MINUTES : 5,
  })
  const instant = (minute: number): string => new Date(minute * MINUTE_MS).toISOString()
  return {
    from: instant(from),
    to: instant(to),
    occurrences: report.occurrences.length,
    acted: report.acted,
    changes: report.changes,
    held: { ...report.held },
    runs: report.runs.slice(0, RUNS_MAX).map(({ at, value, decision, plan }) => ({
      at: instant(at),
      value,
      acted: decision.kind !== 'hold',
      reason: decision.kind === 'hold' ? { zh: decision.reason.zh, en: decision.reason.en } : null,
      changes: [...plan.changes],
    })),
    caveats: [PRESENT_WORLD, NO_MARKET],
  }
}
