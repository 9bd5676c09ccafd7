import type { Cents } from '@zhanggui/kernel'

/** One line of a cart. `lineId` is unique in the cart; a line is one SKU at one listed price. */
export type CartLine = {
  lineId: string
  skuId: string
  spuId: string
  shopId: string
  categoryId?: string
  brandId?: string
  tags?: readonly string[]
  /** Listed price (一口价) of one unit. */
  unitCents: Cents
  quantity: number
  /** Price that one unit must not fall below, whoever pays for the discount. */
  floorCents?: Cents
}

/** Who buys. Only public facts that a rule may ask for: no willingness to pay, no loyalty score. */
export type Buyer = {
  buyerId?: string
  /** Has never paid in this shop before (one definition for the whole system). */
  isNew?: boolean
  /** Member tier, 0 for none. */
  tier?: number
  pointsBalance?: number
}

/**
 * Something the buyer puts in: a coupon, a red packet, a code, a voucher. One claim is used at most once. `cents` is what a
 * packet holds, where packets of one rule hold different amounts.
 */
export type Claim = { claimId: string; ruleId: string; cents?: Cents }

/**
 * The course of a gameplay that a price depends on: a group that is open, a bargain that has come down, a place in a presale,
 * an old thing whose value was estimated.
 */
export type Ticket = { ruleId: string; unitCents?: Cents; units?: number; estimateCents?: Cents }

export type ShippingFee = { shopId: string; feeCents: Cents }

export type Cart = {
  /** Instant at which the cart is priced, ISO 8601 in UTC. */
  at: string
  buyer?: Buyer
  lines: readonly CartLine[]
  shipping?: readonly ShippingFee[]
  claims?: readonly Claim[]
  tickets?: readonly Ticket[]
  /** Units of a limited rule that this buyer has used before, by rule. */
  unitsUsed?: Readonly<Record<string, number>>
  /** Orders in which this buyer has used a rule before, by rule. */
  timesUsed?: Readonly<Record<string, number>>
  pointsToUse?: number
  /** Units of gifts there are, by SKU; a SKU that is not listed is not short. */
  giftStock?: Readonly<Record<string, number>>
  /** Where the cart is: app, mini-program, live room, community … */
  channel?: string
  region?: string
  payment?: { method: string; instalments?: number }
}
