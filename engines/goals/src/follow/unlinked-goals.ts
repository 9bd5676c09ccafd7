import type { Goal } from '../goal.ts'

/** Root goals that no finding of this year's diagnosis justifies (P2.17); parts stand on their root's reason. */
export const unlinkedGoals = (goals: readonly Goal[]): Goal[] =>
  goals.filter((g) => g.parentId === null && (g.diagnosis === null || g.diagnosis.trim() === ''))
