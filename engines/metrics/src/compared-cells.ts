import { type Cell, cellKey, cellsOf, emptyMetrics, type RangeFacts } from './cells.ts'
import { type Comparison, pairPeriods } from './compare-range.ts'
import { type Elapsed, isUnfinished } from './elapsed.ts'
import { type Period, periodsBetween, wholeRange } from './period.ts'
import type { QueryPlan } from './plan-query.ts'

/**
 * What a range is compared with. `facts` hold its rows, `totals` the figures of the whole: where the range is not over,
 * `totals` end where the range has got to, and `unfinished` holds the rows beside the period that is not over.
 */
export type ComparedFacts = {
  comparison: Comparison
  facts: RangeFacts
  totals: RangeFacts
  elapsed: Elapsed | null
  unfinished: RangeFacts | null
}

/** What stood beside each place in the range compared with. */
export type ComparedCells = {
  cells: ReadonlyMap<string, { label: string; cell: Cell }>
  /** The metrics of a place that had no rows then; null where the place has no partner at all (29 February). */
  nothingAt(label: string): Cell['metrics'] | null
}

type Side = { facts: RangeFacts; holds(label: string): boolean }

/** The labels of the range's own periods that are not over. */
function unfinishedLabels(plan: QueryPlan, range: RangeFacts['range'], elapsed: Elapsed | null): ReadonlySet<string> {
  if (!plan.grain || !elapsed) return new Set()
  const periods = periodsBetween(plan.grain, range, plan.occasions).filter((p) => isUnfinished(p, range, elapsed))
  return new Set(periods.map((p) => p.label))
}

/** The cells of the range compared with, by the key of the place that each stands beside. */
export function comparedCells(plan: QueryPlan, now: RangeFacts, then: ComparedFacts): ComparedCells {
  const { grain } = plan
  const pair = grain
    ? pairPeriods({ comparison: then.comparison, grain, range: now.range, compared: then.facts.range })
    : (label: string) => label
  const open = unfinishedLabels(plan, now.range, then.unfinished && then.elapsed)
  const sides: Side[] = [{ facts: then.facts, holds: (label) => !open.has(label) }]
  if (then.unfinished) sides.push({ facts: then.unfinished, holds: (label) => open.has(label) })
  const cells = new Map<string, { label: string; cell: Cell }>()
  const partners = new Map<string, { facts: RangeFacts; period: Period }>()
  for (const { facts, holds } of sides) {
    for (const period of grain ? periodsBetween(grain, facts.range, plan.occasions) : [wholeRange(facts.range)]) {
      const label = pair(period.label)
      if (label !== null && holds(label)) partners.set(label, { facts, period })
    }
    for (const cell of cellsOf(plan, facts, { fillGaps: false }).values()) {
      const label = pair(cell.period.label)
      if (label !== null && holds(label)) cells.set(cellKey(label, cell.dimensions), { label, cell })
    }
  }
  const empty = new Map<string, Cell['metrics']>()
  return {
    cells,
    nothingAt(label) {
      const partner = partners.get(label)
      if (!partner) return null
      const known = empty.get(label) ?? emptyMetrics(plan, partner.facts, partner.period)
      empty.set(label, known)
      return known
    },
  }
}
