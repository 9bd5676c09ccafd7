import { addDays } from '@zhanggui/kernel'
import type { EventSpan } from '../series/event-span.ts'
import type { History } from '../series/prepare-history.ts'
import type { Regressor } from '../series/regressor.ts'
import { PERIODS_PER_YEAR, periodStart } from '../series/series.ts'
import type { Column } from './column.ts'
import { eventColumns } from './event-columns.ts'
import { regressorColumns } from './regressor-columns.ts'
import { LEAST_YEARS, seasonColumns } from './season-columns.ts'

/** The columns of a series that do not depend on where the visible history ends. */
export type Structure = {
  week: Column[]
  year: Column[]
  events: Column[]
  regressors: Column[]
  /** Events without a past; regressors planned beyond what was seen. */
  unseen: string[]
  beyond: string[]
  total: number
}

/** Regressors must already be cut to the history's start. */
export function buildStructure(
  history: History,
  request: { horizon: number; events: readonly EventSpan[]; regressors: readonly Regressor[] },
): Structure {
  const length = history.values.length
  const total = length + request.horizon
  const { week, year } = seasonColumns(history, { history: length, total })
  const window = {
    series: history,
    total,
    history: length,
    first: history.start,
    last: addDays(periodStart(history, total), -1),
  }
  const { columns, unseen } = eventColumns(request.events, window)
  const regressors = regressorColumns(request.regressors, length)
  return { week, year, events: columns, regressors: regressors.columns, unseen, beyond: regressors.beyond, total }
}

/** The columns to fit when only the first `end` periods are visible; `season` scales the prior of the year's course. */
export function visibleColumns(
  structure: Structure,
  history: History,
  { end, season }: { end: number; season: number },
): Column[] {
  const longEnough = end >= LEAST_YEARS * PERIODS_PER_YEAR[history.grain]
  const seen = (column: Column): boolean => (column.rows[0] ?? end) < end
  return [
    ...structure.week,
    ...(longEnough ? structure.year.map((c) => ({ ...c, prior: c.prior * season })) : []),
    ...structure.events.filter(seen),
    ...structure.regressors.filter(seen),
  ]
}
