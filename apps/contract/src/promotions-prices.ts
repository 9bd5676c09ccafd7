import { z } from 'zod'
import { PromotionCents, PromotionFinding } from './promotions-rules.ts'

const Cents = PromotionCents

/** `waiting` → `approved` → `effective` once its time has come → `replaced`; or `refused`, `withdrawn`, `expired`. */
export const PRICE_STATES = ['waiting', 'approved', 'effective', 'replaced', 'refused', 'withdrawn', 'expired'] as const
export const PriceState = z.enum(PRICE_STATES)
export type PriceState = z.infer<typeof PriceState>

/** POST /v1/stores/{store}/price-proposals — a new price of one SKU; nothing changes before it is approved. */
export const ProposePrice = z.object({
  skuId: z.string().min(1).max(80),
  priceCents: Cents.min(1),
  /** The struck-through price that is to be shown; it must have been a real recent price. */
  struckCents: Cents.min(1).nullable().default(null),
  effectiveAt: z.iso.datetime({ offset: true }),
  reason: z.string().trim().min(1).max(300),
})
export type ProposePrice = z.input<typeof ProposePrice>

/** What the price does to the margin of a unit and, at the sales of the last 30 days, of a month. Needs `profit:read`. */
export const PriceEffect = z.object({
  costCents: Cents.nullable(),
  marginBeforeCents: Cents.nullable(),
  marginAfterCents: Cents.nullable(),
  unitsLast30Days: z.number().int(),
  marginMonthDeltaCents: Cents.nullable(),
})
export type PriceEffect = z.infer<typeof PriceEffect>

export const PriceProposal = z.object({
  id: z.string(),
  skuId: z.string(),
  title: z.string(),
  beforeCents: Cents.nullable(),
  priceCents: Cents,
  struckCents: Cents.nullable(),
  effectiveAt: z.string(),
  state: PriceState,
  reason: z.string(),
  effect: PriceEffect.nullable(),
  /** The reference-price guard: lowest deal prices of the preceding days as evidence. */
  findings: z.array(PromotionFinding),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  request: z.string().nullable(),
})
export type PriceProposal = z.infer<typeof PriceProposal>

/** GET …/price-proposals — the history of a SKU, or everything, newest first. */
export const PriceProposalQuery = z.object({
  sku: z.string().max(80).optional(),
  state: PriceState.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type PriceProposalQuery = z.input<typeof PriceProposalQuery>
export const PriceProposalPage = z.object({ proposals: z.array(PriceProposal), total: z.number().int() })
export type PriceProposalPage = z.infer<typeof PriceProposalPage>

/** GET /v1/stores/{store}/price-audit — what buyers were asked to pay in `[from, until)`, or in the last `days`, today counted. */
export const PriceAuditQuery = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(366).default(30),
})
export type PriceAuditQuery = z.input<typeof PriceAuditQuery>

/** Buyers by what public rules may ask for; the share that discounts took off is `cutCents` of `listedCents`. */
const PriceGroup = z.object({
  isNew: z.boolean(),
  tier: z.number().int(),
  orders: z.number().int(),
  listedCents: Cents,
  cutCents: Cents,
})

/**
 * The fair-price guard (P10.19): the same goods at the same moment under the same public conditions cost everybody the same.
 * `findings` are differences that no published rule explains, with the orders that show them; `allowed` those that rules make.
 */
export const PriceAudit = z.object({
  from: z.string(),
  until: z.string(),
  orders: z.number().int(),
  /** Carts that several buyers bought at one moment, the ones that can be compared. */
  compared: z.number().int(),
  findings: z.array(PromotionFinding.extend({ orderIds: z.array(z.string()) })),
  allowed: z.array(
    z.object({
      cart: z.string(),
      leastCents: Cents,
      mostCents: Cents,
      rules: z.array(z.object({ ruleId: z.string(), name: z.string() })),
    }),
  ),
  groups: z.array(PriceGroup),
  /** More orders than are looked at; the earliest were left out. */
  isCut: z.boolean(),
})
export type PriceAudit = z.infer<typeof PriceAudit>
