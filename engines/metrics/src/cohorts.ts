import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { type Period, periodLabel, periodsBetween } from './period.ts'
import { PURCHASE } from './sources/order-lines.ts'

export type CohortGrain = 'week' | 'month' | 'quarter'
export type CohortMeasure = 'buyers' | 'paid'
export type CohortRow = { first: string; later: string; figure: number | null }

/** `values[i]` belongs to the i-th whole period after the first; null while that period is not over in the data. */
export type Cohort = { cohort: string; size: number; values: (number | null)[] }

const START: Record<CohortGrain, string> = { week: 'toMonday', month: 'toStartOfMonth', quarter: 'toStartOfQuarter' }

/** One row a cohort (period of the first purchase in the shop's data) and period of buying, with its buyers or their paid amount. */
export function cohortSql(grain: CohortGrain, measure: CohortMeasure): string {
  const start = START[grain]
  const figure = measure === 'buyers' ? 'uniqExact(buyer)' : 'sum(paid_cents)'
  return [
    'SELECT',
    `  toString(${start}(first_day)) AS first,`,
    `  toString(${start}(day)) AS later,`,
    `  ${figure} AS figure`,
    'FROM (',
    '  SELECT',
    '    f.buyer AS buyer,',
    '    assumeNotNull(f.paid_day) AS day,',
    '    min(assumeNotNull(f.paid_day)) OVER (PARTITION BY f.buyer) AS first_day,',
    '    f.paid_cents AS paid_cents',
    '  FROM order_lines AS f FINAL',
    "  WHERE f.store = {store:String} AND f.kind = 'sale' AND f.paid_day IS NOT NULL AND f.buyer != 0",
    `    AND ${PURCHASE}`,
    ')',
    'WHERE first_day >= {from:Date} AND first_day < {to:Date}',
    'GROUP BY first, later',
    'ORDER BY first, later',
  ].join('\n')
}

function cohortValues(
  periods: readonly Period[],
  at: number,
  figures: ReadonlyMap<string, number | null>,
  end: BusinessDay,
) {
  return periods.slice(at).map((period, i) => {
    const figure = figures.has(period.label) ? (figures.get(period.label) ?? null) : 0
    return i > 0 && period.to > end ? null : figure
  })
}

/**
 * The cohort table. `last` is the last day of order data: periods that it cuts short stay null.
 * Shape: a cohort for each period that has first purchases, oldest first.
 */
export function cohortTable(input: {
  grain: CohortGrain
  sizes: readonly CohortRow[]
  figures: readonly CohortRow[]
  last: BusinessDay
}): Cohort[] {
  const { grain, last } = input
  const end = addDays(last, 1)
  const firsts = [...new Set(input.sizes.map((r) => r.first))].sort()
  const start = firsts[0]
  if (start === undefined) return []
  const periods = periodsBetween(grain, { from: parseDay(start), to: end })
  return firsts.map((first) => {
    const label = periodLabel(grain, first)
    const own = input.figures.filter((r) => r.first === first)
    const figures = new Map(own.map((r) => [periodLabel(grain, r.later), r.figure]))
    const size = input.sizes.find((r) => r.first === first && r.later === first)?.figure ?? 0
    const at = periods.findIndex((p) => p.label === label)
    return { cohort: label, size, values: cohortValues(periods, at, figures, end) }
  })
}
