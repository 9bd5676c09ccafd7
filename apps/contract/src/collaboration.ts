import { z } from 'zod'

const Day = z.iso.date()

/** Row of GET /v1/stores/{store}/merchant-requests: a request to the merchant as both sides see it. */
export const MerchantRequestState = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(['asked', 'answered', 'delivered', 'refused']),
  code: z.string(),
  kind: z.string(),
  text: z.string(),
  plan: z.string().nullable(),
  period: z.string().nullable(),
  amountCents: z.number().int().nullable(),
  askedDay: Day.nullable(),
  dueDay: Day.nullable(),
  owner: z.string().nullable(),
  answer: z.string().nullable(),
  answeredDay: Day.nullable(),
  evidence: z.string().nullable(),
  lateDays: z.number().int().describe('days that the answer came, or is now, after its day'),
  updatedAt: z.string(),
})
export type MerchantRequestState = z.infer<typeof MerchantRequestState>

/** POST /v1/stores/{store}/merchant-requests/{id}/answer — by the merchant or the brand. */
export const AnswerMerchantRequest = z.object({
  version: z.number().int().min(1),
  decision: z.enum(['answered', 'refused']),
  answer: z.string().trim().min(1).max(4000),
  evidence: z.string().trim().max(4000).default(''),
})
export type AnswerMerchantRequest = z.input<typeof AnswerMerchantRequest>

/** Row of GET /v1/stores/{store}/linked-notes: an entry of the liaison log or a meeting, with the task that came of it. */
export const LinkedNote = z.object({
  resource: z.string(),
  id: z.string(),
  state: z.string().nullable(),
  code: z.string(),
  day: z.string(),
  title: z.string(),
  text: z.string(),
  plan: z.string().nullable(),
  /** `found: false`: the plan has no such task (any more). */
  task: z
    .object({
      id: z.string(),
      found: z.boolean(),
      title: z.string().nullable(),
      dueDay: z.string().nullable(),
      done: z.boolean(),
    })
    .nullable(),
})
export type LinkedNote = z.infer<typeof LinkedNote>

/** Row of GET /v1/stores/{store}/assumptions: a market assumption as it stands today, with the plans that rest on it. */
export const AssumptionState = z.object({
  id: z.string(),
  title: z.string(),
  stale: z.boolean(),
  expiresDay: Day.nullable(),
  contradiction: z.string().nullable().describe('figures of the shop’s own data that speak against it'),
  plans: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type AssumptionState = z.infer<typeof AssumptionState>

/** Row of GET /v1/stores/{store}/tools: the catalogue, the shop’s own rows first. */
export const ToolInfo = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  platform: z.string().nullable().describe('marketplace; null: not bound to one'),
  paid: z.boolean(),
  aliases: z.array(z.string()),
  startedDay: Day.nullable(),
  endedDay: Day.nullable().describe('first day on which it is no longer there'),
  successor: z.string().nullable(),
  noteZh: z.string(),
  noteEn: z.string(),
})
export type ToolInfo = z.infer<typeof ToolInfo>
