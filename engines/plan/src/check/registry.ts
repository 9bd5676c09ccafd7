import type { Rule } from './rule.ts'
import { goalUnset } from './rules/goals/goal-unset.ts'

/** Every rule, in the order in which findings about one object are told. */
export const RULES: readonly Rule[] = [goalUnset]
