import { FEBRUARY } from './february.ts'
import { FOURTH_QUARTER } from './fourth-quarter.ts'
import { JANUARY } from './january.ts'
import { MARCH } from './march.ts'
import { MID_YEAR_PLAN } from './mid-year-plan.ts'
import { NEW_YEAR_PLAN } from './new-year-plan.ts'
import type { PlanTemplate } from './plan-template.ts'
import { SECOND_QUARTER } from './second-quarter.ts'
import { SPRING_SUMMER_PLAN } from './spring-summer-plan.ts'
import { THIRD_QUARTER } from './third-quarter.ts'
import { YEAR_END_PLAN } from './year-end-plan.ts'

/** The parts of a year, first those of the month-by-month process table, then those of the promotion plan. */
export const TEMPLATES: readonly PlanTemplate[] = [
  JANUARY,
  FEBRUARY,
  MARCH,
  SECOND_QUARTER,
  THIRD_QUARTER,
  FOURTH_QUARTER,
  NEW_YEAR_PLAN,
  SPRING_SUMMER_PLAN,
  MID_YEAR_PLAN,
  YEAR_END_PLAN,
]
