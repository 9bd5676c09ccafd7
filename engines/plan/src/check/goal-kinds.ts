import type { Goal } from '@zhanggui/goals'

/** Nothing above it: it speaks for itself. */
export const isRoot = (goal: Goal): boolean => goal.parentId === null
