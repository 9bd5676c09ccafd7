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
  /** The least that the shop receives for a unit, what platform, brand or bank bear counted in. */
  receivedCents: Cents,
  floorCents: Cents.nullable(),
  /** null without `profit:read` or without a cost. */
  costCents: Cents.nullable(),
  belowFloor: z.boolean(),
  /** Of what the shop receives. */
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

export const RulesReplayed = z.object({
  from: Day,
  until: Day,
  orders: z.number().int(),
  hitOrders: z.number().int(),
  /** Orders that could not be priced, by what was missing. */
  leftOut: z.array(z.object({ code: z.string(), orders: z.number().int() })),
  listedCents: Cents,
  paidCents: Cents,
  replayedCents: Cents,
  deltaRevenueCents: Cents,
  /** null without `profit:read`, or while no cost is known. */
  marginCents: Cents.nullable(),
  deltaMarginCents: Cents.nullable(),
  costByPayer: z.array(z.object({ payer: RulePayer, cents: Cents })),
  costByRule: z.array(z.object({ ruleId: z.string(), name: z.string(), cents: Cents, orders: z.number().int() })),
  /** Orders by depth of the discount: from so many basis points of the listed amount on, up to the next step. */
  depth: z.array(z.object({ fromBp: z.number().int(), orders: z.number().int() })),
  belowFloorLines: z.number().int(),
  assumptionsZh: z.array(z.string()),
  assumptionsEn: z.array(z.string()),
})
export type RulesReplayed = z.infer<typeof RulesReplayed>

const Said = z.object({ zh: z.string(), en: z.string() })

/**
 * GET …/promotions/{promotion}/sequence — in which order its rules and those beside them take their discounts, and who bears each
 * (P6.28). Rules of one `place` are held against the same amounts.
 */
export const PromotionSequence = z.array(
  z.object({
    place: z.number().int(),
    level: Said,
    ruleId: z.string(),
    name: z.string(),
    /** The rule is of this promotion, not of one that runs beside it. */
    isOwn: z.boolean(),
    borne: Said,
    /** A voucher that somebody else gave out. */
    isExternal: z.boolean(),
  }),
)
export type PromotionSequence = z.infer<typeof PromotionSequence>

/**
 * GET …/promotions/{promotion}/text — what buyers read about each rule, and whether they will understand it (P6.34). The figures of
 * the examples are worked out by the engine when they are asked for. `clarity`: 100 is plain, 0 is a riddle.
 */
export const PromotionText = z.array(
  z.object({
    ruleId: z.string(),
    name: z.string(),
    offer: Said,
    conditions: z.array(Said),
    stacking: z.array(Said),
    examples: z.array(Said),
    clarity: z.number().int(),
    unexplained: z.array(z.string()),
    conflicts: z.array(Said.extend({ ruleId: z.string() })),
  }),
)
export type PromotionText = z.infer<typeof PromotionText>
