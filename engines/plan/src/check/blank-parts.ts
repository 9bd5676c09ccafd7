import type { Goal } from '@zhanggui/goals'
import type { Plan } from '../plan.ts'

type Blank = { parent: Goal; blanks: Goal[] }

/** The nearest goal above, along the split by period, that has a target. */
function whole(goal: Goal, byId: ReadonlyMap<string, Goal>): Goal | null {
  const seen = new Set<string>()
  for (let at: Goal | undefined = goal; at && at.axis === 'period' && !seen.has(at.id); ) {
    seen.add(at.id)
    at = at.parentId === null ? undefined : byId.get(at.parentId)
    if (at && at.target !== null) return at
  }
  return null
}

/** Parts by period without a target, under a goal that has one. Of a blank quarter with blank months the months are told. */
export function blankParts({ goals }: Plan): Blank[] {
  const byId = new Map(goals.map((g) => [g.id, g]))
  const found = new Map<string, Blank>()
  for (const goal of goals) {
    const parent = goal.target === null ? whole(goal, byId) : null
    if (!parent) continue
    const entry = found.get(parent.id) ?? { parent, blanks: [] }
    entry.blanks.push(goal)
    found.set(parent.id, entry)
  }
  return [...found.values()]
}

/** Those that have no blank part themselves: what somebody has to fill in. */
export function innermost(blanks: readonly Goal[]): Goal[] {
  const parents = new Set(blanks.map((goal) => goal.parentId))
  return blanks.filter((goal) => !parents.has(goal.id)).toSorted((a, b) => (a.period < b.period ? -1 : 1))
}
