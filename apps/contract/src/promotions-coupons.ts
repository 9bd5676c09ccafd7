import { z } from 'zod'
import { PersonMarks } from './promotions-price.ts'
import { PromotionCents } from './promotions-rules.ts'

const Cents = PromotionCents
const Id = z.string().min(1).max(80)
const Instant = z.iso.datetime({ offset: true })
const BuyerId = z.string().min(1).max(200)
const Count = z.number().int().min(0)

/** `claimed` ⇄ `locked` (an order is placed) → `used` (paid) → back to `claimed` by a return; `expired` and `void` are ends. */
export const COUPON_STATES = ['claimed', 'locked', 'used', 'expired', 'void'] as const
export const CouponState = z.enum(COUPON_STATES)
export type CouponState = z.infer<typeof CouponState>

/** POST /v1/stores/{store}/coupon-batches — coupons of one rule (`needsClaim`) with one set of limits. */
export const IssueCoupons = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(200),
  promotion: Id,
  ruleId: Id,
  /** Most that are ever claimed. An unlimited coupon is refused. */
  total: z.number().int().min(1).max(100_000_000),
  perBuyer: z.number().int().min(1).max(1000).default(1),
  claimFrom: Instant,
  claimUntil: Instant,
  /** A tier may claim earlier: `{ "minTier": 2, "from": … }`. */
  earlyAccess: z
    .array(z.object({ minTier: z.number().int().min(1).max(99), from: Instant }))
    .max(20)
    .default([]),
  /** Usable until then, or for so many days after the claim, whichever is first; at least one of them. */
  validUntil: Instant.nullable().default(null),
  validDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** What one coupon is worth at the most, for the liability. */
  faceCents: Cents.min(1),
  /** Where its cost is booked: a subsidy line of a plan's budget. */
  subsidy: z
    .object({ plan: Id, lineId: Id, expectedRedemptionBp: z.number().int().min(0).max(10_000) })
    .nullable()
    .default(null),
})
export type IssueCoupons = z.input<typeof IssueCoupons>

export const CouponBatch = z.object({
  id: z.string(),
  name: z.string(),
  promotion: z.string(),
  ruleId: z.string(),
  total: Count,
  perBuyer: Count,
  claimFrom: z.string(),
  claimUntil: z.string(),
  earlyAccess: z.array(z.object({ minTier: z.number().int(), from: z.string() })),
  validUntil: z.string().nullable(),
  validDays: z.number().int().nullable(),
  faceCents: Cents,
  subsidy: z.object({ plan: z.string(), lineId: z.string(), expectedRedemptionBp: z.number().int() }).nullable(),
  /** Coupons by where they stand now; their sum is `claimed`. */
  claimed: Count,
  open: Count,
  locked: Count,
  used: Count,
  expired: Count,
  void: Count,
  /** What the shop paid for used ones, what is still owed, what is expected in the end. */
  actualCostCents: Cents,
  liabilityCents: Cents,
  expectedCostCents: Cents.nullable(),
  codes: Count,
  createdBy: z.string(),
  createdAt: z.string(),
})
export type CouponBatch = z.infer<typeof CouponBatch>

/** POST …/coupon-batches/{batch}/codes — shown once; only a keyed hash is kept. */
export const MakeCodes = z.object({
  count: z.number().int().min(1).max(10_000),
  /** Buyers that may claim with one code. */
  usesEach: z.number().int().min(1).max(1_000_000).default(1),
})
export type MakeCodes = z.input<typeof MakeCodes>
export const MadeCodes = z.object({ codes: z.array(z.string()) })
export type MadeCodes = z.infer<typeof MadeCodes>

/** POST …/coupons — `id` is the sender's own: the same claim again gives the same coupon. By `batch`, or by `code`. */
export const ClaimCoupon = z.object({
  id: Id,
  batch: Id.optional(),
  code: z.string().max(40).optional(),
  buyerId: BuyerId,
  marks: PersonMarks.optional(),
  tier: z.number().int().min(0).max(99).optional(),
})
export type ClaimCoupon = z.input<typeof ClaimCoupon>

export const Coupon = z.object({
  id: z.string(),
  batch: z.string(),
  ruleId: z.string(),
  name: z.string(),
  state: CouponState,
  claimedAt: z.string(),
  expiresAt: z.string(),
  orderId: z.string().nullable(),
})
export type Coupon = z.infer<typeof Coupon>

/** GET …/coupons — of one batch, newest first; buyers are not shown. POST …/coupons/of-buyer for one buyer's. */
export const CouponQuery = z.object({
  batch: z.string().max(80).optional(),
  state: CouponState.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type CouponQuery = z.input<typeof CouponQuery>
export const CouponPage = z.object({ coupons: z.array(Coupon), total: z.number().int() })
export type CouponPage = z.infer<typeof CouponPage>
export const BuyerCoupons = z.object({ buyerId: BuyerId })
export type BuyerCoupons = z.input<typeof BuyerCoupons>

/** POST …/points/of-buyer */
export const PointsOfBuyer = z.object({ buyerId: BuyerId, limit: z.number().int().min(1).max(500).default(50) })
export type PointsOfBuyer = z.input<typeof PointsOfBuyer>
export const PointsMove = z.object({
  id: z.string(),
  kind: z.enum(['earn', 'burn', 'expire', 'reverse_earn', 'reverse_burn', 'grant']),
  points: z.number().int(),
  orderId: z.string().nullable(),
  expiresDay: z.iso.date().nullable(),
  at: z.string(),
})
export type PointsMove = z.infer<typeof PointsMove>
export const PointsAccount = z.object({
  balance: z.number().int(),
  /** Points that lapse next, by day. */
  lapsing: z.array(z.object({ day: z.iso.date(), points: z.number().int() })),
  moves: z.array(PointsMove),
})
export type PointsAccount = z.infer<typeof PointsAccount>

/** POST …/points/grants */
export const GrantPoints = z.object({
  id: Id,
  buyerId: BuyerId,
  points: z.number().int().min(1).max(100_000_000),
  validDays: z.number().int().min(1).max(3650).default(365),
  reason: z.string().trim().min(1).max(300),
})
export type GrantPoints = z.input<typeof GrantPoints>

/** GET …/points/ledger — the two sides of the ledger; `differencePoints` is 0 unless it is damaged. */
export const PointsLedger = z.object({
  asOfDay: z.iso.date(),
  givenPoints: z.number().int(),
  usedPoints: z.number().int(),
  takenBackPoints: z.number().int(),
  expiredPoints: z.number().int(),
  outstandingPoints: z.number().int(),
  differencePoints: z.number().int(),
})
export type PointsLedger = z.infer<typeof PointsLedger>
