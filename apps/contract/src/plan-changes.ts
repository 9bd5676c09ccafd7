import { z } from 'zod'
import { Id, Person, PlanPeriod } from './plan-fields.ts'
import { PlanPart } from './plan-parts.ts'

/** Revision of every part, sent back with a change. */
export const PlanRevisions = z.record(PlanPart, z.number().int().min(0))

const SentPart = z.object({ revision: z.number().int().min(0), body: z.unknown() })

/** PUT /v1/stores/{store}/plans/{plan}/parts/{part} */
export const ChangePlanPart = z.object({
  revision: z.number().int().min(0),
  body: z.unknown().describe('see PLAN_PART_BODIES'),
  reason: z.string().max(300).default(''),
})
export type ChangePlanPart = z.input<typeof ChangePlanPart>

/** PUT /v1/stores/{store}/plans/{plan}/parts — several parts at once, all of them or none. */
export const ChangePlanParts = z.object({
  parts: z.partialRecord(PlanPart, SentPart),
  reason: z.string().max(300).default(''),
})
export type ChangePlanParts = z.input<typeof ChangePlanParts>

/** Answer to a change: the revision of every part, to be sent with the next one, and how many objects are different now. */
export const PlanPartSaved = z.object({ revisions: PlanRevisions, changes: z.number().int() })
export type PlanPartSaved = z.infer<typeof PlanPartSaved>

/**
 * POST …/plans/{plan}/progress — what goes on while a plan is approved: tasks that are done with what shows it, tasks handed over,
 * figures entered by hand.
 * An entry of `actuals` replaces the one of the same period; `null` takes it out.
 */
export const PlanProgress = z.object({
  tasks: z
    .array(
      z.object({
        id: Id,
        done: z.boolean().optional(),
        proof: z.string().max(2000).optional(),
        /** Handed over to: the trail keeps who had it before, and the reason. */
        owner: Person.optional(),
      }),
    )
    .max(5000)
    .default([]),
  actuals: z
    .array(z.object({ measure: Id, period: PlanPeriod, value: z.number().nullable() }))
    .max(5000)
    .default([]),
  reason: z.string().max(300).default(''),
})
export type PlanProgress = z.input<typeof PlanProgress>
