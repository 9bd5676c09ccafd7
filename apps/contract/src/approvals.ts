import { z } from 'zod'

/**
 * Two people for money and price (P13.10): one asks, another approves, and the change is made with the approval, once.
 * `waiting` ends in one of the others and never comes back; a waiting request that nobody answered in time is `expired`.
 */
export const APPROVAL_STATES = ['waiting', 'approved', 'refused', 'withdrawn', 'expired'] as const
export const ApprovalState = z.enum(APPROVAL_STATES)
export type ApprovalState = z.infer<typeof ApprovalState>

/** One value that the request would change; money in minor units of the shop's currency. */
export const ApprovalChange = z.object({
  subject: z.string().describe('what it belongs to, e.g. a product id; empty where there is one subject only'),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.enum(['money', 'text']),
  before: z.union([z.string(), z.number(), z.null()]),
  after: z.union([z.string(), z.number(), z.null()]),
})
export type ApprovalChange = z.infer<typeof ApprovalChange>

export const ApprovalRequest = z.object({
  id: z.string(),
  kind: z.string().describe('id of the declaration, e.g. product-price'),
  nameZh: z.string(),
  nameEn: z.string(),
  state: ApprovalState,
  summaryZh: z.string(),
  summaryEn: z.string(),
  /** At most 50 of them, without what the reader's role may not see. */
  changes: z.array(ApprovalChange),
  changeCount: z.number().int(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string(),
  /** Made at once, because nobody else could have approved it. */
  singlePerson: z.boolean(),
  /** What the reader may do with it now. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type ApprovalRequest = z.infer<typeof ApprovalRequest>

/** GET /v1/stores/{store}/approvals — of the kinds that the reader may ask for or decide, newest first. */
export const ApprovalQuery = z.object({
  state: ApprovalState.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type ApprovalQuery = z.input<typeof ApprovalQuery>

export const ApprovalPage = z.object({
  requests: z.array(ApprovalRequest),
  total: z.number().int(),
  /** Waiting requests that the reader may decide, for the badge. */
  toDecide: z.number().int(),
})
export type ApprovalPage = z.infer<typeof ApprovalPage>

/** POST /v1/stores/{store}/approvals; the payload is checked by the kind's own schema. */
export const AskApproval = z.object({
  kind: z.string().max(60),
  payload: z.record(z.string(), z.unknown()),
  reason: z.string().trim().min(1).max(300),
})
export type AskApproval = z.input<typeof AskApproval>

/** POST …/approvals/{id}/approve, …/refuse, …/withdraw. A refusal needs its reason. */
export const DecideApproval = z.object({ reason: z.string().trim().max(300).default('') })
export type DecideApproval = z.input<typeof DecideApproval>

/**
 * GET /v1/stores/{store}/approvals/rules — what needs a second person in this shop. `approvers` counts the people who may
 * approve; with one only (`singlePerson`) their own changes are made at once and say so in the trail.
 */
export const ApprovalRule = z.object({
  kind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  enabled: z.boolean(),
  /** Always on: it cannot be switched off. */
  fixed: z.boolean(),
  expiryHours: z.number().int(),
  ask: z.string(),
  approve: z.string(),
  approvers: z.number().int(),
  singlePerson: z.boolean(),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>

/** PUT …/approvals/rules/{kind}. Relaxing a rule (off, or a longer expiry) needs a second person itself. */
export const SetApprovalRule = z.object({
  enabled: z.boolean(),
  expiryHours: z.number().int().min(1).max(720),
  reason: z.string().trim().max(300).default(''),
})
export type SetApprovalRule = z.input<typeof SetApprovalRule>

/** What asking came to: made at once (`performed`), or waiting for another person. */
export const ApprovalOutcome = z.object({ performed: z.boolean(), request: ApprovalRequest.nullable() })
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>
