import { z } from 'zod'
import { PlanRevisions } from './plan-changes.ts'
import { PlanPart } from './plan-parts.ts'
import { Side } from './roles.ts'

/** Row of GET …/plans/{plan}/versions, the newest first. */
export const PlanVersion = z.object({
  number: z.number().int(),
  note: z.string(),
  approved: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
  sha256: z.string().describe('of the canonical JSON of the whole plan'),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** POST …/plans/{plan}/versions */
export const CutVersion = z.object({ note: z.string().max(300).default('') })
export type CutVersion = z.input<typeof CutVersion>

/** GET …/plans/{plan}/versions/{number} */
export const PlanVersionDetail = PlanVersion.extend({
  plan: z.record(z.string(), z.unknown()).describe('the whole plan as it was, see PlanDetail'),
})
export type PlanVersionDetail = z.infer<typeof PlanVersionDetail>

/** POST …/plans/{plan}/versions/{number}/restore and …/reopen */
export const PlanReason = z.object({ reason: z.string().trim().min(1).max(300) })
export type PlanReason = z.infer<typeof PlanReason>

/** POST …/plans/{plan}/approve — `revisions` as the approver saw them, so that nothing unseen is approved. */
export const ApprovePlan = z.object({ note: z.string().max(300).default(''), revisions: PlanRevisions.optional() })
export type ApprovePlan = z.input<typeof ApprovePlan>

/** POST …/plans/{plan}/confirmations — by somebody on the merchant's or the brand's side, naming exactly what they read. */
export const ConfirmPlan = z.object({
  version: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().max(2000).default(''),
})
export type ConfirmPlan = z.input<typeof ConfirmPlan>

/** Row of GET …/plans/{plan}/confirmations, the newest first. */
export const PlanConfirmation = z.object({
  version: z.number().int(),
  sha256: z.string(),
  side: Side,
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  note: z.string(),
})
export type PlanConfirmation = z.infer<typeof PlanConfirmation>

/** `draft` (the plan as it stands) or the number of a version. */
export const VersionName = z.union([z.literal('draft'), z.coerce.number().int().min(1)])
export type VersionName = z.infer<typeof VersionName>

/** GET …/plans/{plan}/compare?from=1&to=draft — objects added, removed and changed, field by field. */
export const PlanComparison = z.object({
  from: z.string(),
  to: z.string(),
  changes: z.array(
    z.object({
      part: PlanPart,
      list: z
        .string()
        .describe(
          'kind of object: goals, measures, budget, budgetRules, events, tasks, requests, table, stages, header',
        ),
      id: z.string().describe('empty for the header, the budget rules and the order of a list'),
      name: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
export type PlanComparison = z.infer<typeof PlanComparison>
