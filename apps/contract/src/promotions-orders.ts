import { z } from 'zod'
import { PriceAnswer, PriceCart } from './promotions-price.ts'
import { PromotionCents, RulePayer } from './promotions-rules.ts'

const Cents = PromotionCents
const Id = z.string().min(1).max(80)
const Count = z.number().int().min(0)

/**
 * `locked` → `paid` → `returned` (nothing is left); or `released` when it is not paid in time. With a presale `locked` → `deposit`
 * → `paid`, or `forfeited` when the balance is not paid: the deposit is kept then.
 */
export const ORDER_STATES = ['locked', 'deposit', 'paid', 'released', 'forfeited', 'returned'] as const
export const PromotionOrderState = z.enum(ORDER_STATES)
export type PromotionOrderState = z.infer<typeof PromotionOrderState>

/**
 * POST …/promotion-orders — an order is placed: it is priced, its coupons are locked, points are spent and budgets reserved,
 * all or nothing. The same `orderId` with the same cart again gives the same answer.
 */
export const PlaceOrder = z.object({
  orderId: Id,
  cart: PriceCart,
  /** What the buyer was shown; another amount is refused (`price_changed`) with the new price. */
  expectPayableCents: Cents.optional(),
  /** Minutes until an unpaid order lets go of what it holds. */
  holdMinutes: z.number().int().min(1).max(43_200).default(30),
})
export type PlaceOrder = z.input<typeof PlaceOrder>

export const PromotionOrder = z.object({
  orderId: z.string(),
  state: PromotionOrderState,
  payableCents: Cents,
  /** Part of it that a presale asks for first; 0 without one. */
  depositCents: Cents,
  /** Given back so far. */
  refundedCents: Cents,
  couponIds: z.array(z.string()),
  pointsUsed: Count,
  pointsEarned: Count,
  /** Shop's cost by promotion. */
  costs: z.array(z.object({ promotion: z.string(), cents: Cents })),
  placedAt: z.string(),
  holdUntil: z.string(),
})
export type PromotionOrder = z.infer<typeof PromotionOrder>
export const PlacedOrder = PromotionOrder.extend({ price: PriceAnswer })
export type PlacedOrder = z.infer<typeof PlacedOrder>

/** POST …/promotion-orders/{order}/deposit | pay | return — `return` gives back everything that is left. */
export const MOVE_ORDER = ['deposit', 'pay', 'return'] as const

/** POST …/promotion-orders/{order}/release — a paid deposit is kept, unless the shop is at fault and gives it back. */
export const ReleaseOrder = z.object({ depositBack: z.boolean().default(false) })
export type ReleaseOrder = z.input<typeof ReleaseOrder>

/**
 * How a return is worked out: `keepShares` gives back what the units paid, their share of every discount included; `requalify`
 * gives back what was paid less what the rest costs by the same rules. The first return of an order settles it for all.
 */
export const RETURN_POLICIES = ['keepShares', 'requalify'] as const
export const ReturnPolicy = z.enum(RETURN_POLICIES)
export type ReturnPolicy = z.infer<typeof ReturnPolicy>

/**
 * POST …/promotion-orders/{order}/returns — any units of any line, postage, an agreed amount for goods that stay, or several at
 * once. `id` is the sender's own: the same return again gives the same answer. POST …/returns/preview stores nothing.
 */
export const ReturnGoods = z.strictObject({
  id: Id,
  policy: ReturnPolicy.optional(),
  lines: z
    .array(z.strictObject({ lineId: Id, units: z.number().int() }))
    .max(1000)
    .default([]),
  /** Shops whose postage is given back too. */
  postageOf: z.array(Id).max(1000).default([]),
  /** Gifts that are due back and that the buyer keeps, at what is charged for one. */
  keepsGifts: z
    .array(z.strictObject({ skuId: Id, units: z.number().int(), unitCents: Cents }))
    .max(100)
    .default([]),
  /** 协商退款: given for goods that stay, over the named lines or all of them. */
  agreed: z.strictObject({ cents: Cents, lineIds: z.array(Id).min(1).max(1000).optional() }).optional(),
  /** 协商扣除: what the shop keeps of this refund. */
  deductCents: Cents.min(0).optional(),
  reason: z.string().trim().min(1).max(300),
})
export type ReturnGoods = z.input<typeof ReturnGoods>

const Sentence = z.object({ kind: z.string(), zh: z.string(), en: z.string() })

/** What one return did: Σ shops − gifts − deducted = refund. */
export const PromotionReturn = z.object({
  id: z.string(),
  orderId: z.string(),
  number: z.number().int(),
  policy: ReturnPolicy,
  refundCents: Cents,
  giftChargeCents: Cents,
  deductedCents: Cents,
  lines: z.array(
    z.object({
      lineId: z.string(),
      unitsBack: Count,
      paidBackCents: Cents,
      clawBackCents: Cents,
      agreedCents: Cents.optional(),
    }),
  ),
  /** Each shop of a cross-shop order with its part, and what each bearer of its discounts gets back. */
  shops: z.array(
    z.object({
      shopId: z.string(),
      backCents: Cents,
      reversed: z.array(z.object({ payer: RulePayer, cents: Cents })),
    }),
  ),
  couponsBack: z.array(z.string()),
  pointsTakenBack: Count,
  pointsGivenBack: Count,
  /** Gifts, cards, coupons and whatever else came with the order and goes back. */
  grantsBack: z.array(z.looseObject({ kind: z.string(), ruleId: z.string() })),
  /** In words: for the buyer and the record. */
  explanation: z.array(Sentence),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type PromotionReturn = z.infer<typeof PromotionReturn>

/** GET …/promotion-orders — newest first. */
export const PromotionOrderQuery = z.object({
  state: PromotionOrderState.optional(),
  /** Beginning of an order's number. */
  search: z.string().trim().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type PromotionOrderQuery = z.input<typeof PromotionOrderQuery>
export const PromotionOrderPage = z.object({ orders: z.array(PromotionOrder), total: Count })
export type PromotionOrderPage = z.infer<typeof PromotionOrderPage>

/** GET …/promotion-orders/{order} — as it was priced, its returns, and what can still come back. */
export const PromotionOrderDetail = PlacedOrder.extend({
  policy: ReturnPolicy.nullable(),
  left: z.object({
    leftCents: Cents,
    lines: z.array(
      z.object({ lineId: z.string(), unitsLeft: Count, leftCents: Cents, agreedCents: Cents, shopId: z.string() }),
    ),
    fees: z.array(z.object({ shopId: z.string(), isReturned: z.boolean(), leftCents: Cents })),
    uncollectedCents: Cents,
  }),
  returns: z.array(PromotionReturn),
})
export type PromotionOrderDetail = z.infer<typeof PromotionOrderDetail>
