import type { CartLine } from '../cart/cart.ts'
import type { Replay } from '../replay/replay-order.ts'
import type { RuleSet } from '../rules/compile-rules.ts'

/** A SKU that the rules may meet, with what the shop knows of it. Amounts are of one unit, fen. */
export type PublishGood = Omit<CartLine, 'lineId' | 'quantity'> & {
  costCents?: number
  /** Lowest price that it may be sold at (控价), whoever pays. */
  lowestCents?: number
  /** 划线价, where one is shown. */
  struckCents?: number
  /** Units that one order may hold; unknown means no limit. */
  stock?: number
}

/** What a SKU sold at and was listed at on one business day. */
export type PriceDay = { skuId: string; day: string; listedCents: number; dealCents?: number }

/** Units sold lately, for price protection (保价). */
export type RecentSale = { skuId: string; day: string; units: number; unitCents: number }

/** Limits of a coupon or rule that stand outside the price engine. */
export type RuleLimit = { total?: number; perBuyer?: number; budgetCents?: number }

/**
 * Where the lines are drawn. Legal parameters and usual practice, all to be set by the shop:
 * `referenceDays` 7: 《规范促销行为暂行规定》, lowest price of the seven days before.
 */
export type PublishSettings = {
  referenceDays: number
  /** Days back in which a raise of the listed price counts as made for the promotion. */
  raiseDays: number
  /** Days for which buyers get the difference back. */
  protectionDays: number
  /** Margin wanted at the lowest price, basis points of it; 0 asks for none. */
  marginBp: number
  /** Discount below the listed price from which a stack is reported. */
  deepestBp: number
  /** Cut in relation to its threshold above which the threshold is taken for a slip. */
  mostCutBp: number
  /** Listed price below which a listing is taken for a slip. */
  leastListingCents: number
  /** A listed price so many times above, or below, the usual one is an outlier. */
  outlierTimes: number
  /** Units of the SKU in one cart that the search goes up to. */
  mostQuantity: number
  /** Carts that the search tries for a SKU, a kind of buyer and a moment. */
  mostCarts: number
  /** Claims of one rule that one buyer may hold, where no limit says otherwise. */
  claimCopies: number
  /** Points that a buyer may put in; 0 leaves points out of the final price. */
  pointsHeld: number
}

export const PUBLISH_DEFAULTS: PublishSettings = {
  referenceDays: 7,
  raiseDays: 30,
  protectionDays: 15,
  marginBp: 0,
  deepestBp: 4000,
  mostCutBp: 5000,
  leastListingCents: 100,
  outlierTimes: 3,
  mostQuantity: 6,
  mostCarts: 200,
  claimCopies: 1,
  pointsHeld: 0,
}

/** Everything that is known before a set of rules is published. */
export type PublishCase = {
  ruleSet: RuleSet
  goods: readonly PublishGood[]
  /** First instant of the promotion, ISO 8601, and its business day. */
  from: string
  fromDay: string
  prices?: readonly PriceDay[]
  sales?: readonly RecentSale[]
  limits?: Readonly<Record<string, RuleLimit>>
  /** A replay of past orders under these rules, for the expected cost. */
  replay?: Replay
  settings?: Partial<PublishSettings>
}

export const settingsOf = ({ settings }: Pick<PublishCase, 'settings'>): PublishSettings => ({
  ...PUBLISH_DEFAULTS,
  ...settings,
})
