import type { Goal } from '@zhanggui/goals'
import type { Plan } from '../plan.ts'

/** Parts by period without a target, under a goal that has one. */
export function blankParts({ goals }: Plan): { parent: Goal; blanks: Goal[] }[] {
  const byId = new Map(goals.map((g) => [g.id, g]))
  const found = new Map<string, { parent: Goal; blanks: Goal[] }>()
  for (const goal of goals) {
    const parent = goal.parentId === null ? undefined : byId.get(goal.parentId)
    if (goal.target !== null || goal.axis !== 'period' || !parent || parent.target === null) continue
    const entry = found.get(parent.id) ?? { parent, blanks: [] }
    entry.blanks.push(goal)
    found.set(parent.id, entry)
  }
  return [...found.values()]
}
