import { z } from 'zod'
import { PriceCart } from './promotions-price.ts'
import { PromotionCents, PromotionFinding, PromotionRule, RulePayer } from './promotions-rules.ts'

const Cents = PromotionCents
const Id = z.string().min(1).max(80)
const Day = z.iso.date()

/** Which rules a question is about: a stored promotion (its newest version) or rules that are not stored. */
const asked = {
  promotion: Id.optional(),
  pipeline: Id.optional(),
  rules: z.array(PromotionRule).max(200).optional(),
  /** Together with what is in force at that time. */
  beside: z.boolean().default(true),
}

/** POST /v1/stores/{store}/promotions/check — before publishing, nothing is stored. */
export const CheckRules = z.strictObject({ ...asked, skuIds: z.array(Id).max(2000).optional() })
export type CheckRules = z.input<typeof CheckRules>

export const RulesChecked = z.object({
  findings: z.array(PromotionFinding),
  counts: z.object({ error: z.number().int(), warning: z.number().int(), note: z.number().int() }),
})
export type RulesChecked = z.infer<typeof RulesChecked>

/** POST …/promotions/simulate — the lowest price each SKU can come to, and the cart that shows it. */
export const SimulateRules = z.strictObject({ ...asked, skuIds: z.array(Id).max(200).optional() })
export type SimulateRules = z.input<typeof SimulateRules>

export const LowestPrice = z.object({
  skuId: z.string(),
  title: z.string(),
  listedCents: Cents,
  finalUnitCents: Cents,
  floorCents: Cents.nullable(),
  /** null without `profit:read` or without a cost. */
  costCents: Cents.nullable(),
  belowFloor: z.boolean(),
  belowCost: z.boolean().nullable(),
  ruleIds: z.array(z.string()),
  cart: PriceCart,
  /** Every combination was looked at. */
  isComplete: z.boolean(),
})
export type LowestPrice = z.infer<typeof LowestPrice>
export const RulesSimulated = z.object({ skus: z.array(LowestPrice), findings: z.array(PromotionFinding) })
export type RulesSimulated = z.infer<typeof RulesSimulated>

/** POST …/promotions/replay — the shop's own orders of a range, priced again. Buyers are taken to do what they did. */
export const ReplayRules = z.strictObject({ ...asked, from: Day, until: Day })
export type ReplayRules = z.input<typeof ReplayRules>

const Sums = z.object({
  /** Paid by buyers, shipping in. */
  revenueCents: Cents,
  /** Revenue, and the discounts that others bear. */
  receivedCents: Cents,
  /** null without `profit:read`, or while the cost of a SKU is not known. */
  marginCents: Cents.nullable(),
})
const ByPayer = z.partialRecord(RulePayer, Cents)

export const RulesReplayed = z.object({
  from: Day,
  until: Day,
  orders: z.number().int(),
  /** Orders from which a rule takes something off. */
  hit: z.number().int(),
  rejected: z.object({
    count: z.number().int(),
    examples: z.array(z.object({ orderId: z.string(), zh: z.string(), en: z.string() })),
  }),
  /** Under the rules that are asked about, and as it was paid. */
  draft: Sums,
  baseline: Sums,
  change: z.object({ revenueCents: Cents, marginCents: Cents.nullable() }),
  byPayer: ByPayer,
  byRule: z.array(
    z.object({ ruleId: z.string(), name: z.string(), orders: z.number().int(), cutCents: Cents, byPayer: ByPayer }),
  ),
  /** Orders by how much is taken off the listed price: twenty steps of 5 %. */
  depth: z.array(z.number().int()),
  breaches: z.object({
    count: z.number().int(),
    examples: z.array(
      z.object({
        orderId: z.string(),
        lineId: z.string(),
        skuId: z.string(),
        unitCents: Cents,
        limitCents: Cents,
        kind: z.enum(['below_cost', 'below_lowest']),
      }),
    ),
  }),
  assumptionZh: z.string(),
  assumptionEn: z.string(),
})
export type RulesReplayed = z.infer<typeof RulesReplayed>
