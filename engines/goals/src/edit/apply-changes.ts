import type { Goal } from '../goal.ts'

/** The goals with some targets replaced; everything else is the same object. */
export function withTargets(goals: readonly Goal[], targets: ReadonlyMap<string, number | null>): Goal[] {
  return goals.map((g) => {
    const target = targets.get(g.id)
    return target === undefined || target === g.target ? g : { ...g, target }
  })
}
