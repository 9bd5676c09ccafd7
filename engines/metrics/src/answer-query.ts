import { type Cell, cellsOf, emptyMetrics, type RangeFacts, totalsOf } from './cells.ts'
import { compareId } from './compare-id.ts'
import { type ComparedCells, type ComparedFacts, comparedCells } from './compared-cells.ts'
import { periodsBetween, wholeRange } from './period.ts'
import type { QueryPlan } from './plan-query.ts'

export type AnswerRow = Record<string, string | number | null>
export type QueryOrder = { by: string; direction: 'asc' | 'desc' }

type Pair = { label: string; dimensions: readonly string[]; current: Cell['metrics']; compared: Cell['metrics'] | null }

/** What existed only then (a channel that was dropped) has a row too, in the period that it stands beside. */
function onlyThen(plan: QueryPlan, facts: RangeFacts, known: ReadonlySet<string>, compared: ComparedCells): Pair[] {
  const periods = plan.grain ? periodsBetween(plan.grain, facts.range, plan.occasions) : [wholeRange(facts.range)]
  const byLabel = new Map(periods.map((period) => [period.label, period]))
  return [...compared.cells].flatMap(([key, { label, cell }]): Pair[] => {
    const period = byLabel.get(label)
    if (!period || known.has(key)) return []
    const current = emptyMetrics(plan, facts, period)
    return [{ label, dimensions: cell.dimensions, current, compared: cell.metrics }]
  })
}

function pairCells(plan: QueryPlan, input: AnswerInput): Pair[] {
  const compared = input.compare && comparedCells(plan, input.facts, input.compare)
  const also = [...(compared?.cells.values() ?? [])].map(({ cell }) => cell.dimensions)
  const cells = cellsOf(plan, input.facts, { fillGaps: input.fillGaps, also })
  const pairs = [...cells].map(
    ([key, { period, dimensions, metrics }]): Pair => ({
      label: period.label,
      dimensions,
      current: metrics,
      compared: compared ? (compared.cells.get(key)?.cell.metrics ?? compared.nothingAt(period.label)) : null,
    }),
  )
  return compared ? [...pairs, ...onlyThen(plan, input.facts, new Set(cells.keys()), compared)] : pairs
}

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
  compare: ComparedFacts | null
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
  if (input.compare) for (const [id, value] of totalsOf(plan, input.compare.totals)) totals[compareId(id)] = value
  return { rows: rows.slice(0, input.limit), totals, truncated: rows.length > input.limit }
}
