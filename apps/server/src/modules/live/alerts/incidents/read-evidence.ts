import type { IncidentEvidence, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { isDaily, type MetricCondition } from '@zhanggui/playbooks'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { Asker } from '../../../insight/run-query.ts'
import { alertFirings, type FiringRow } from '../schema.ts'
import { dayOfMinute, instantOfMinute } from '../series/day-minute.ts'
import { readSeries } from '../series/read-series.ts'
import { findWatched, type Watched } from '../series/watched-metric.ts'
import { findIncident, type IncidentKey } from './incident-rows.ts'

/** What stands around the firing: two hours of minutes, or five weeks of days. */
const MINUTES_SHOWN = 120
/** Where nothing comes any more, the last that came is further back. */
const ABSENCE_MINUTES_SHOWN = 1440
const DAYS_SHOWN = 35
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

async function firstFiring(
  context: Context,
  { store, incident }: IncidentKey,
  metric: string,
): Promise<FiringRow | undefined> {
  const rows = await context.records.db
    .select()
    .from(alertFirings)
    .where(and(eq(alertFirings.store, store), eq(alertFirings.incident, incident)))
    .orderBy(asc(alertFirings.startedAt), asc(alertFirings.rule), asc(alertFirings.slice))
    .limit(200)
  return rows.find(({ condition }) => condition.metric === metric) ?? rows[0]
}

/** The condition cut to the slice that fired: what was watched value by value is one value here. */
function narrowed({ condition, tags }: FiringRow): MetricCondition {
  const slice = Object.fromEntries(
    Object.entries(tags).map(([dimension, value]) => [dimension, condition.slice[dimension] ?? [value]]),
  )
  return { ...condition, slice, test: { kind: 'threshold', op: '>', value: 0 } }
}

/** An hour past the firing, or as far as the clock is. */
const shownUntil = (firing: FiringRow, now: Date): Date =>
  new Date(Math.min(now.getTime(), firing.startedAt.getTime() + (isDaily(firing.condition) ? 7 * DAY_MS : HOUR_MS)))

function requireMaySee(watched: Watched, asker: Asker): void {
  if (!asker.may(watched.permission)) throw new ApiFailure('not_permitted', { permission: watched.permission })
}

/** A minute as the shop's clock shows it, e.g. `2026-11-10T20:05`. */
const wallPeriod = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T')

/**
 * The figure around the beginning of an incident's first firing, and what it was held against.
 * Errors: throws `not_found` for an incident without a watched figure, `not_permitted`.
 */
export async function readEvidence(
  context: Context,
  store: Store,
  incident: number,
  asker: Asker,
): Promise<IncidentEvidence> {
  const { cause } = await findIncident(context, { store: store.id, incident })
  const firing = await firstFiring(context, { store: store.id, incident }, cause.metric)
  const watched = firing && findWatched(firing.condition.metric)
  if (!firing || !watched) throw new ApiFailure('not_found', { what: `alerts/incidents/${incident}/evidence` })
  requireMaySee(watched, asker)
  const daily = isDaily(firing.condition)
  const minutes = firing.condition.test.kind === 'absence' ? ABSENCE_MINUTES_SHOWN : MINUTES_SHOWN
  const beforeMinutes = daily ? DAYS_SHOWN * 1440 : minutes
  const question = { watched, condition: narrowed(firing), now: shownUntil(firing, context.clock.now()), beforeMinutes }
  const [slice] = await readSeries(context, store, question)
  const periodOf = (minute: number): string =>
    daily ? dayOfMinute(minute) : wallPeriod(instantOfMinute(minute), store.timezone)
  const { evidence, baseline, startedAt, condition } = firing
  return {
    nameZh: watched.nameZh,
    nameEn: watched.nameEn,
    unit: watched.unit,
    daily,
    points: (slice?.series.points ?? []).map(({ minute, value }) => ({ period: periodOf(minute), value })),
    baseline,
    low: evidence.band?.low ?? null,
    high: evidence.band?.high ?? null,
    startedPeriod: daily ? businessDayOf(startedAt, store.timezone) : wallPeriod(startedAt, store.timezone),
    test: condition.test,
  }
}
