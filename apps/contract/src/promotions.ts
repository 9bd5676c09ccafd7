import { z } from 'zod'
import { ApprovalRequest } from './approvals.ts'
import { PromotionCents, PromotionFinding, PromotionRule } from './promotions-rules.ts'
import { TradeItemRef } from './trade-items.ts'

/**
 * `draft` → `checked` (no error found) → `waiting` (a second person is asked) → `approved` (its time has not come) → `active`
 * → `ended`; `stopped` by the switch or by its budget. The last three follow from the clock, nobody sets them.
 */
export const PROMOTION_STATES = ['draft', 'checked', 'waiting', 'approved', 'active', 'ended', 'stopped'] as const
export const PromotionState = z.enum(PROMOTION_STATES)
export type PromotionState = z.infer<typeof PromotionState>

const Instant = z.iso.datetime({ offset: true })

export const PROMOTION_LOT_KINDS = ['sku', 'presale', 'gift'] as const
/** Units that a promotion brings into the order core: a limited quantity, presale places, gifts. One person may have `perBuyer`. */
export const PromotionLot = z.strictObject({
  skuId: TradeItemRef,
  kind: z.enum(PROMOTION_LOT_KINDS),
  units: z.number().int().min(1).max(1_000_000_000),
  perBuyer: z.number().int().min(1).max(1_000_000).optional(),
})
export type PromotionLot = z.infer<typeof PromotionLot>

/** What a person writes: the rules and what holds for all of them. Rules without a window of their own take the promotion's. */
export const PromotionBody = z.object({
  name: z.string().trim().min(1).max(200),
  note: z.string().max(5000).default(''),
  /** The event of the year's plan that it belongs to. */
  campaign: z.string().max(80).nullable().default(null),
  pipeline: z.string().max(80).default('tmall-parallel'),
  from: Instant,
  until: Instant,
  rules: z.array(PromotionRule).min(1).max(200),
  /** Most that the shop itself may spend on it; the switch is thrown by the order that reaches it. */
  budgetCents: PromotionCents.min(1).nullable().default(null),
  /** Opened with the approval, closed at the end and by the switch; SKUs that are not named are sold from the shop's own stock. */
  stock: z.array(PromotionLot).max(200).default([]),
})
export type PromotionBody = z.infer<typeof PromotionBody>

/** POST /v1/stores/{store}/promotions */
export const CreatePromotion = PromotionBody.extend({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
    .optional(),
})
export type CreatePromotion = z.input<typeof CreatePromotion>

/** PUT …/promotions/{promotion} — `version` is the one that was read; what is in force stays so until the new one is approved. */
export const ChangePromotion = PromotionBody.extend({
  version: z.number().int().min(1),
  reason: z.string().trim().max(300).default(''),
})
export type ChangePromotion = z.input<typeof ChangePromotion>

/** What the promotion has cost the shop: `locked` by orders that are not paid yet, `used` by paid ones, after returns. */
export const PromotionBurn = z.object({
  budgetCents: PromotionCents.nullable(),
  lockedCents: PromotionCents,
  usedCents: PromotionCents,
  /** `null` without a budget; below 0 by at most one order. */
  leftCents: PromotionCents.nullable(),
  orders: z.number().int(),
})
export type PromotionBurn = z.infer<typeof PromotionBurn>

export const PromotionSummary = z.object({
  id: z.string(),
  name: z.string(),
  campaign: z.string().nullable(),
  pipeline: z.string(),
  state: PromotionState,
  from: z.string(),
  until: z.string(),
  /** The newest version, and the one that prices are made with (null: none yet). */
  version: z.number().int(),
  approvedVersion: z.number().int().nullable(),
  ruleCount: z.number().int(),
  mechanics: z.array(z.string()),
  findings: z.object({ error: z.number().int(), warning: z.number().int(), note: z.number().int() }).nullable(),
  burn: PromotionBurn,
  stopped: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  changedBy: z.string(),
  changedAt: z.string(),
})
export type PromotionSummary = z.infer<typeof PromotionSummary>

/** GET …/promotions */
export const PromotionQuery = z.object({
  state: PromotionState.optional(),
  campaign: z.string().max(80).optional(),
  /** Those whose time overlaps `[from, until)`, for the calendar. */
  from: Instant.optional(),
  until: Instant.optional(),
})
export type PromotionQuery = z.input<typeof PromotionQuery>

export const PromotionDetail = PromotionSummary.extend({
  note: z.string(),
  /** The newest version as it was written: what an editor starts from. The fields above are of the version in force. */
  newest: PromotionBody,
  rules: z.array(PromotionRule),
  /** Of the newest version; null until it is checked. */
  checked: z.object({ at: z.string(), findings: z.array(PromotionFinding) }).nullable(),
  request: ApprovalRequest.nullable(),
  /** Where its stock stands in the order core; `units` null where it has not been opened. */
  stockStanding: z.array(
    z.object({
      skuId: z.string(),
      state: z.enum(['planned', 'open', 'closed']),
      problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
      units: z.object({ free: z.number(), held: z.number(), locked: z.number(), sold: z.number() }).nullable(),
    }),
  ),
})
export type PromotionDetail = z.infer<typeof PromotionDetail>

/** GET …/promotions/{promotion}/versions, newest first. */
export const PromotionVersion = z.object({
  version: z.number().int(),
  body: PromotionBody,
  madeBy: z.string(),
  madeAt: z.string(),
  reason: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
})
export type PromotionVersion = z.infer<typeof PromotionVersion>

/** POST …/promotions/{promotion}/approve — asks a second person; refused while an error is found. Starts a stopped one again. */
export const ApprovePromotion = z.object({
  version: z.number().int().min(1),
  reason: z.string().trim().max(300).default(''),
})
export type ApprovePromotion = z.input<typeof ApprovePromotion>

export const PromotionApproval = z.object({
  performed: z.boolean(),
  request: z.string().nullable(),
  promotion: PromotionDetail,
})
export type PromotionApproval = z.infer<typeof PromotionApproval>

/** POST …/promotions/{promotion}/stop — at once, by anybody who may write promotions. */
export const StopPromotion = z.object({ reason: z.string().trim().min(1).max(300) })
export type StopPromotion = z.input<typeof StopPromotion>

/** GET …/promotion-notices — what happened to promotions by itself or by a switch, newest first. */
export const PromotionNotice = z.object({
  sequence: z.number().int(),
  promotion: z.string(),
  name: z.string(),
  kind: z.enum(['stopped', 'budget_reached', 'budget_nearly_used', 'approved']),
  zh: z.string(),
  en: z.string(),
  at: z.string(),
})
export type PromotionNotice = z.infer<typeof PromotionNotice>
export const PromotionNoticeQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type PromotionNoticeQuery = z.input<typeof PromotionNoticeQuery>
