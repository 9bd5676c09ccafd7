import type { BusinessDay } from '@zhanggui/kernel'
import type { EventDay, EventSpan } from '../series/event-span.ts'
import { type Grain, periodIndex, type Series } from '../series/series.ts'
import { type Column, makeColumn } from './column.ts'

/** Prior deviation of an effect's logarithm: a main day may triple sales, the days around it move them by half. */
const MAIN_PRIOR = 1.2
const SIDE_PRIOR = 0.5
/** Days this near the main day have an effect of their own; farther ones share one by week. */
const NEAR = 3
/** Days this near a festival share an effect by threes. */
const FESTIVAL_NEAR = 12

const DAYS_IN_PERIOD: Readonly<Record<Grain, number>> = { day: 1, week: 7, month: 30 }

/** The days that share one effect. On weekly and monthly series, where single days cannot be told apart, these are longer. */
function bucket({ offset, phase }: EventDay, grain: Grain): string {
  if (grain === 'month') return 'all'
  if (grain === 'week') return `week ${Math.floor(offset / 7)}`
  const distance = Math.abs(offset)
  if (distance <= NEAR) return `day ${offset}`
  // Around a festival sales turn within days; within a campaign's phase they do not.
  const stretch =
    phase === undefined && distance <= FESTIVAL_NEAR
      ? `days ${Math.ceil(distance / 3)}`
      : `week ${Math.ceil(distance / 7)}`
  return `${phase ?? ''} ${offset < 0 ? 'before' : 'after'} ${stretch}`
}

const isMain = (key: string): boolean => key === 'day 0' || key === 'week 0' || key === 'all' || key.startsWith('burst')

type Window = { series: Pick<Series, 'start' | 'grain'>; total: number; first: BusinessDay; last: BusinessDay }

function columnsOf(span: EventSpan, { series, total, first, last }: Window): Map<string, Float64Array> {
  const byBucket = new Map<string, Float64Array>()
  const share = 1 / DAYS_IN_PERIOD[series.grain]
  for (const day of span.days) {
    if (day.day < first || day.day > last) continue
    const t = periodIndex(series, day.day)
    if (t < 0 || t >= total) continue
    const key = bucket(day, series.grain)
    const values = byBucket.get(key) ?? new Float64Array(total)
    values[t] = (values[t] as number) + day.weight * share
    byBucket.set(key, values)
  }
  return byBucket
}

/**
 * A column for each event and place in it. The same place shares its effect over the years, so it moves with the event's dates.
 * `unseen` names events that touch the horizon but not the history: nothing is known of their effect.
 */
export function eventColumns(
  events: readonly EventSpan[],
  window: Window & { history: number },
): { columns: Column[]; unseen: string[] } {
  const columns: Column[] = []
  const unseen: string[] = []
  for (const span of events) {
    const found = [...columnsOf(span, window)].map(([key, values]) =>
      makeColumn('event', isMain(key) ? MAIN_PRIOR : SIDE_PRIOR, values),
    )
    const seen = found.some((c) => (c.rows[0] ?? window.history) < window.history)
    if (found.length > 0 && !seen) unseen.push(span.id)
    columns.push(...found)
  }
  return { columns, unseen }
}
