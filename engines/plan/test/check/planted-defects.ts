import { BUDGET_DEFECTS } from './defects/budget-defects.ts'
import { CALENDAR_DEFECTS } from './defects/calendar-defects.ts'
import { GOAL_DEFECTS } from './defects/goal-defects.ts'
import { HEADER_DEFECTS } from './defects/header-defects.ts'
import { STRUCTURE_DEFECTS } from './defects/structure-defects.ts'
import { TEXT_DEFECTS } from './defects/text-defects.ts'
import type { Plant } from './edit-plan.ts'

/** One defect of a rule. `alone`: it cannot stand beside all the others, because it takes away what they are found in. */
export type Defect = { plant: Plant; alone?: true }

/** A defect for every rule, by the id of the rule. */
export const PLANTED_DEFECTS: Readonly<Record<string, Defect>> = {
  ...STRUCTURE_DEFECTS,
  ...HEADER_DEFECTS,
  ...TEXT_DEFECTS,
  ...GOAL_DEFECTS,
  ...BUDGET_DEFECTS,
  ...CALENDAR_DEFECTS,
}
