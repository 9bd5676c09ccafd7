import { z } from 'zod'
import { PlanTeam } from './plan-work.ts'

/** One kind of work in a team: who is planned, who is there, and how many its hours take. */
export const StaffedPosition = z.object({
  team: PlanTeam,
  position: z.string(),
  skills: z.array(z.string()),
  planned: z.number().int(),
  hired: z.number().int(),
  /** Hours a week that a seat is held, and seats at once; null where the work has no hours of its own. */
  hoursWeek: z.number().int().nullable(),
  seats: z.number().int(),
  /** People that these hours take without overtime. */
  needed: z.number().int().nullable(),
  verdict: z.enum(['enough', 'planShort', 'hiring']),
  /** Null for readers who may not see money. */
  monthlyCents: z.number().int().nullable(),
})
export type StaffedPosition = z.infer<typeof StaffedPosition>

/** GET /v1/stores/{store}/people-plan — headcount and skills against the hours that are to be covered (P4.14). */
export const PeoplePlan = z.object({
  currency: z.string(),
  positions: z.array(StaffedPosition),
  planned: z.number().int(),
  hired: z.number().int(),
  /** Skills that a position asks for and that nobody who is there has. */
  missingSkills: z.array(z.string()),
})
export type PeoplePlan = z.infer<typeof PeoplePlan>
