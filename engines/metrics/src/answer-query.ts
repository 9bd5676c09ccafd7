import { type Cell, cellKey, cellsOf, emptyMetrics, type RangeFacts, totalsOf } from './cells.ts'
import { type Comparison, pairPeriods } from './compare-range.ts'
import { periodsBetween } from './period.ts'
import type { QueryPlan } from './plan-query.ts'

export type AnswerRow = Record<string, string | number | null>
export type QueryOrder = { by: string; direction: 'asc' | 'desc' }

/** The name of a metric's value in the range compared with. */
export const compareId = (metric: string): string => `${metric}Compare`

type Pair = { label: string; dimensions: readonly string[]; current: Cell['metrics']; compared: Cell['metrics'] | null }

/** What stood beside each place in the range compared with. */
type Compared = {
  cells: ReadonlyMap<string, { label: string; cell: Cell }>
  /** The metrics of a place that had no rows then; null where the place has no partner at all (29 February). */
  nothingAt(label: string): Cell['metrics'] | null
}

function comparedCells(plan: QueryPlan, now: RangeFacts, then: RangeFacts, comparison: Comparison): Compared {
  const { grain } = plan
  const periods = grain ? periodsBetween(grain, then.range) : [wholePeriod(then)]
  const pair = grain
    ? pairPeriods({ comparison, grain, range: now.range, compared: then.range })
    : (label: string) => label
  const partners = new Map(periods.map((period) => [pair(period.label), period]))
  const cells = new Map<string, { label: string; cell: Cell }>()
  for (const cell of cellsOf(plan, then, { fillGaps: false }).values()) {
    const label = pair(cell.period.label)
    if (label !== null) cells.set(cellKey(label, cell.dimensions), { label, cell })
  }
  const empty = new Map<string, Cell['metrics']>()
  return {
    cells,
    nothingAt(label) {
      const period = partners.get(label)
      if (!period) return null
      const known = empty.get(label) ?? emptyMetrics(plan, then, period)
      empty.set(label, known)
      return known
    },
  }
}

/** What existed only then (a channel that was dropped) still has a row; a period outside the range has not. */
function onlyThen(plan: QueryPlan, facts: RangeFacts, cells: ReadonlyMap<string, Cell>, compared: Compared): Pair[] {
  if (plan.grain !== null) return []
  const nothingNow = emptyMetrics(plan, facts, wholePeriod(facts))
  return [...compared.cells]
    .filter(([key]) => !cells.has(key))
    .map(([, { label, cell }]) => ({ label, dimensions: cell.dimensions, current: nothingNow, compared: cell.metrics }))
}

function pairCells(plan: QueryPlan, input: AnswerInput): Pair[] {
  const cells = cellsOf(plan, input.facts, { fillGaps: input.fillGaps })
  const compared = input.compare && comparedCells(plan, input.facts, input.compare.facts, input.compare.comparison)
  const pairs = [...cells].map(
    ([key, { period, dimensions, metrics }]): Pair => ({
      label: period.label,
      dimensions,
      current: metrics,
      compared: compared ? (compared.cells.get(key)?.cell.metrics ?? compared.nothingAt(period.label)) : null,
    }),
  )
  return compared ? [...pairs, ...onlyThen(plan, input.facts, cells, compared)] : pairs
}

const wholePeriod = ({ range }: RangeFacts) => ({ label: '', from: range.from, to: range.to })

function asRow(plan: QueryPlan, pair: Pair, hasCompare: boolean): AnswerRow {
  const dimensions: readonly string[] = plan.dimensions
  const row: AnswerRow = {}
  for (const id of plan.by) {
    const index = dimensions.indexOf(id)
    row[id] = index < 0 ? pair.label : (pair.dimensions[index] ?? '')
  }
  for (const metric of plan.metrics) {
    row[metric.id] = pair.current.get(metric.id) ?? null
    if (hasCompare) row[compareId(metric.id)] = pair.compared?.get(metric.id) ?? null
  }
  return row
}

type Value = string | number | null | undefined

/** Campaign days sort by their number, everything else as it reads; no value comes last either way. */
const sortValue = (value: Value): Value =>
  typeof value === 'string' && /^D[+-]?\d+$/.test(value) ? Number(value.slice(1)) : value

function compareValues(left: Value, right: Value, sign: 1 | -1): number {
  const [a, b] = [sortValue(left), sortValue(right)]
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1
  if (b === null || b === undefined) return -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  const [x, y] = [String(a), String(b)]
  return x < y ? -sign : x > y ? sign : 0
}

/** Time first, else the first metric from the top; ties by the dimensions, so that the order never depends on the engine. */
function ordering(plan: QueryPlan, order: QueryOrder | undefined): { by: string; sign: 1 | -1 }[] {
  const byColumns = plan.by.map((by) => ({ by, sign: 1 as const }))
  const first = plan.metrics[0]
  if (order) return [{ by: order.by, sign: order.direction === 'asc' ? 1 : -1 }, ...byColumns]
  if (plan.grain) return [{ by: plan.grain, sign: 1 }, ...byColumns]
  return first ? [{ by: first.id, sign: -1 }, ...byColumns] : byColumns
}

export type AnswerInput = {
  facts: RangeFacts
  compare: { facts: RangeFacts; comparison: Comparison } | null
  fillGaps: boolean
  order: QueryOrder | undefined
  limit: number
}

/** Turns the rows of a plan's statements into the answer: cells joined over sources, ratios last, ordered and cut. */
export function answerQuery(
  plan: QueryPlan,
  input: AnswerInput,
): { rows: AnswerRow[]; totals: AnswerRow; truncated: boolean } {
  const keys = ordering(plan, input.order)
  const rows = pairCells(plan, input)
    .map((pair) => asRow(plan, pair, input.compare !== null))
    .sort((a, b) => {
      for (const { by, sign } of keys) {
        const difference = compareValues(a[by], b[by], sign)
        if (difference !== 0) return difference
      }
      return 0
    })
  const totals: AnswerRow = Object.fromEntries(totalsOf(plan, input.facts))
  if (input.compare) for (const [id, value] of totalsOf(plan, input.compare.facts)) totals[compareId(id)] = value
  return { rows: rows.slice(0, input.limit), totals, truncated: rows.length > input.limit }
}
