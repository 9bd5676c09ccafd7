import { z } from 'zod'
import { PromotionCents, PromotionRule, RulePayer } from './promotions-rules.ts'

const Id = z.string().min(1).max(80)
const Cents = PromotionCents

/**
 * A line of a cart. Only `skuId` and `quantity` are needed: price, category, brand and floor come from the shop's goods. What is
 * given holds instead, so that a price can be tried; `lineId` is the place in the list when it is left out.
 */
export const PriceLine = z.strictObject({
  lineId: Id.optional(),
  skuId: Id,
  spuId: Id.optional(),
  shopId: Id.optional(),
  categoryId: z.string().max(200).optional(),
  brandId: z.string().max(200).optional(),
  tags: z.array(z.string().max(80)).max(100).optional(),
  unitCents: Cents.optional(),
  quantity: z.number().int(),
  floorCents: Cents.optional(),
})
export type PriceLine = z.infer<typeof PriceLine>

const Mark = z.string().trim().min(1).max(200).optional()
/**
 * What a buyer was seen with, in the shop's own words; hashed at the door and kept as hashes only. Accounts that share a device or a
 * way to pay, or two addresses, are one person: new once, and with one person's limits.
 */
export const PersonMarks = z.strictObject({ device: Mark, address: Mark, payment: Mark })
export type PersonMarks = z.infer<typeof PersonMarks>

/** Whether somebody is new and their tier come from the shop's orders when `buyerId` is given; the id is hashed at the door. */
export const PriceBuyer = z.strictObject({
  buyerId: z.string().min(1).max(200).optional(),
  marks: PersonMarks.optional(),
  isNew: z.boolean().optional(),
  tier: z.number().int().min(0).max(99).optional(),
  pointsBalance: z.number().int().min(0).optional(),
})
export type PriceBuyer = z.infer<typeof PriceBuyer>

export const PriceCart = z.strictObject({
  /** Absent: now. */
  at: z.iso.datetime({ offset: true }).optional(),
  buyer: PriceBuyer.optional(),
  lines: z.array(PriceLine).max(20_000),
  shipping: z
    .array(z.strictObject({ shopId: Id.optional(), feeCents: Cents }))
    .max(1000)
    .optional(),
  claims: z
    .array(z.strictObject({ claimId: Id, ruleId: Id }))
    .max(1000)
    .optional(),
  tickets: z
    .array(
      z.strictObject({
        ruleId: Id,
        unitCents: Cents.optional(),
        units: z.number().int().optional(),
        estimateCents: Cents.optional(),
      }),
    )
    .max(1000)
    .optional(),
  unitsUsed: z.record(z.string().max(80), z.number().int()).optional(),
  timesUsed: z.record(z.string().max(80), z.number().int()).optional(),
  pointsToUse: z.number().int().optional(),
  /** Units of gifts there are, by SKU; one that is not listed is not short. */
  giftStock: z.record(z.string().max(80), z.number().int().min(0)).optional(),
  channel: z.string().max(80).optional(),
  region: z.string().max(80).optional(),
  payment: z.strictObject({ method: z.string().max(80), instalments: z.number().int().optional() }).optional(),
})
export type PriceCart = z.infer<typeof PriceCart>

/** Rules to try: instead of what is in force, or `beside` it. */
export const PriceDraft = z.strictObject({
  pipeline: Id.optional(),
  rules: z.array(PromotionRule).max(200),
  beside: z.boolean().default(false),
})
export type PriceDraft = z.infer<typeof PriceDraft>

/** POST /v1/stores/{store}/price */
export const PriceQuestion = z.strictObject({ cart: PriceCart, draft: PriceDraft.optional() })
export type PriceQuestion = z.input<typeof PriceQuestion>

const PaidBy = z.object({ payer: RulePayer, cents: Cents })
const PriceCut = z.object({
  ruleId: z.string(),
  claimId: z.string().optional(),
  level: z.string(),
  cents: Cents,
  paidBy: z.array(PaidBy),
})
const Next = z.object({
  shortCents: Cents.optional(),
  shortUnits: z.number().int().optional(),
  cutCents: Cents.optional(),
})

/** Amounts of the whole line: listed − Σ cuts = payable. */
export const PricedLine = z.object({
  lineId: z.string(),
  skuId: z.string(),
  shopId: z.string(),
  title: z.string(),
  quantity: z.number().int(),
  unitCents: Cents,
  listedCents: Cents,
  activityCents: Cents,
  payableCents: Cents,
  cuts: z.array(PriceCut),
})
export type PricedLine = z.infer<typeof PricedLine>

export const PriceOutcome = z.object({
  ruleId: z.string(),
  name: z.string(),
  promotion: z.string().nullable(),
  claimId: z.string().optional(),
  level: z.string(),
  applied: z.boolean(),
  cutCents: Cents.optional(),
  /** A word of a closed list; `zh` and `en` say it. */
  reason: z.string().optional(),
  by: z.string().optional(),
  next: Next.optional(),
  zh: z.string(),
  en: z.string(),
})
export type PriceOutcome = z.infer<typeof PriceOutcome>

/** One sentence of the explanation, of a line (`lineId`) or of the cart; `kind` as the engine names the fact. */
export const PriceSentence = z.object({
  kind: z.string(),
  lineId: z.string().nullable(),
  ruleId: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
})
export type PriceSentence = z.infer<typeof PriceSentence>

export const PriceAnswer = z.object({
  pipeline: z.string(),
  /** Which state of the rules priced it; changes with every approval, stop and change. */
  ruleSet: z.string(),
  at: z.string(),
  lines: z.array(PricedLine),
  shipping: z.array(z.object({ shopId: z.string(), feeCents: Cents, payableCents: Cents, cuts: z.array(PriceCut) })),
  outcomes: z.array(PriceOutcome),
  grants: z.array(z.looseObject({ kind: z.string(), ruleId: z.string(), lineIds: z.array(z.string()) })),
  explanation: z.array(PriceSentence),
  listedCents: Cents,
  cutCents: Cents,
  shippingCents: Cents,
  payableCents: Cents,
})
export type PriceAnswer = z.infer<typeof PriceAnswer>

/** What is wrong with a cart; everything at once, nothing is priced while anything is listed. */
export const CartFault = z.object({ code: z.string(), lineId: z.string().nullable(), zh: z.string(), en: z.string() })
export type CartFault = z.infer<typeof CartFault>

/** POST …/price/best — which of the held coupons to use. */
export const BestQuestion = z.strictObject({
  cart: PriceCart,
  draft: PriceDraft.optional(),
  nodeLimit: z.number().int().min(1).max(1_000_000).optional(),
})
export type BestQuestion = z.input<typeof BestQuestion>
export const BestAnswer = z.object({
  /** Claims to use; the others stay with the buyer. */
  claimIds: z.array(z.string()),
  usePoints: z.boolean(),
  /** No other choice is cheaper; false when the search was cut off, then nothing can fall below `boundCents`. */
  isProven: z.boolean(),
  boundCents: Cents,
  price: PriceAnswer,
})
export type BestAnswer = z.infer<typeof BestAnswer>

/** POST …/price/top-up — 凑单: goods that bring more than they cost, the greatest saving first. */
export const TopUpQuestion = z.strictObject({ cart: PriceCart, draft: PriceDraft.optional() })
export type TopUpQuestion = z.input<typeof TopUpQuestion>
export const TopUpHint = z.object({
  ruleId: z.string(),
  name: z.string(),
  add: z.array(z.object({ skuId: z.string(), title: z.string(), quantity: z.number().int() })),
  /** To pay now and with the goods added; `extraCents` is the difference, negative where the buyer pays less. */
  beforeCents: Cents,
  afterCents: Cents,
  extraCents: Cents,
  /** What the added goods cost by themselves, and how much of it is saved. */
  worthCents: Cents,
  savesCents: Cents,
})
export type TopUpHint = z.infer<typeof TopUpHint>
