import { periodDays } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import { addsUpOver, DRIVER_AXIS } from './additivity.ts'
import type { GoalTree } from './build-tree.ts'
import { cellScope } from './cell.ts'
import { type TreeFault, treeFault } from './tree-fault.ts'

const doubleCounting = (goal: Goal, other: Goal, axis: string): TreeFault =>
  treeFault(
    'double_counting',
    goal.id,
    {
      zh: `“${goal.name || goal.id}”与“${other.name || other.id}”按“${axis}”有重叠，同一笔会算两次；请合并或改范围。`,
      en: `"${goal.name || goal.id}" and "${other.name || other.id}" overlap along ${axis}; the same thing would count twice. Merge them or change one.`,
    },
    [other.id],
  )

/** Parts that share days; sorted by their first day, a part can overlap only with one that ends after it starts. */
function overlappingPeriods(parts: readonly Goal[]): TreeFault[] {
  const spans = parts.map((goal) => ({ goal, ...periodDays(goal.period) }))
  spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const faults: TreeFault[] = []
  let open = spans[0]
  for (const span of spans.slice(1)) {
    if (open && span.from < open.to) faults.push(doubleCounting(span.goal, open.goal, 'period'))
    if (!open || span.to > open.to) open = span
  }
  return faults
}

function sameValues(parts: readonly Goal[], axis: string): TreeFault[] {
  const seen = new Map<string, Goal>()
  return parts.flatMap((goal) => {
    const value = cellScope(goal)[axis] ?? ''
    const other = seen.get(value)
    if (other) return [doubleCounting(goal, other, axis)]
    seen.set(value, goal)
    return []
  })
}

/** Shares of one whole must be shares of the same thing: 35 % of orders and 40 % of sales do not add up (X07). */
function mixedDenominators(parts: readonly Goal[]): TreeFault[] {
  const [first] = parts
  const other = parts.find((g) => g.denominator !== first?.denominator)
  if (!first || !other) return []
  return [
    treeFault(
      'mixed_denominators',
      other.id,
      {
        zh: `并列的占比分母不同：“${first.denominator ?? '未写'}”与“${other.denominator ?? '未写'}”，不能相加；请统一分母，或分开考核。`,
        en: `Shares side by side are of different things: "${first.denominator ?? 'unsaid'}" and "${other.denominator ?? 'unsaid'}". They do not add up; use one denominator or judge them apart.`,
      },
      [first.id],
    ),
  ]
}

function siblingsOf(tree: GoalTree): Goal[][] {
  const parts = tree.goals.filter((g) => g.parentId !== null && g.axis !== DRIVER_AXIS && g.axis !== null)
  return [...Map.groupBy(parts, (g) => `${g.parentId}|${g.axis}|${g.metric}`).values()]
}

/** Parts of one whole that count something twice, or that are shares of different things. */
export function checkOverlaps(tree: GoalTree): TreeFault[] {
  return siblingsOf(tree).flatMap((parts) => {
    const [first] = parts
    const metric = tree.metrics.get(first?.metric ?? '')
    if (!first?.axis || !metric) return []
    if (metric.unit === 'ratio') return mixedDenominators(parts)
    if (!addsUpOver(metric, first.axis, cellScope(first))) return []
    return first.axis === 'period' ? overlappingPeriods(parts) : sameValues(parts, first.axis)
  })
}
