import { err, ok, type Result } from '@zhanggui/kernel'
import type { Cart } from '../cart/cart.ts'
import { priceCart } from '../price/price-cart.ts'
import type { PricedCart } from '../price/priced-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'

/** How a return is worked out: what the units paid (`keepShares`), or what the rest would cost by the same rules (`requalify`). */
export const REFUND_POLICIES = ['keepShares', 'requalify'] as const
export type RefundPolicy = (typeof REFUND_POLICIES)[number]

/** An order as it was paid, with the version of the rules that priced it. */
export type PaidOrder = { cart: Cart; priced: PricedCart; ruleSet: RuleSet }

/** What one request gives back. `postageOf`: shops whose postage is given back too. */
export type ReturnRequest = {
  lines: readonly { lineId: string; units: number }[]
  postageOf?: readonly string[]
  /** Gifts that would have to come back and that the buyer keeps, at the value that is charged for one. */
  keepsGifts?: readonly { skuId: string; units: number; unitCents: number }[]
  /** 协商退款: an amount for goods that stay, of every line with something left to give back, or of those that are named. */
  agreed?: { cents: number; lineIds?: readonly string[] }
  /** What the two sides agreed that the shop keeps of this refund, for used or damaged goods. */
  deductCents?: number
}

export type RefundProblem =
  | { code: 'not_these_rules'; paidCents: number; pricedCents: number | undefined }
  | { code: 'unknown_line'; lineId: string }
  | { code: 'line_returned_twice'; lineId: string }
  | { code: 'bad_units'; lineId: string; units: number }
  | { code: 'more_than_left'; lineId: string; units: number; unitsLeft: number }
  | { code: 'unknown_postage'; shopId: string }
  | { code: 'postage_returned'; shopId: string }
  | { code: 'bad_gift_value'; skuId: string; unitCents: number }
  | { code: 'bad_gift_units'; skuId: string; units: number }
  | { code: 'gift_not_due'; skuId: string; units: number }
  | { code: 'bad_agreed_amount'; cents: number }
  | { code: 'agreed_above_left'; cents: number; leftCents: number }
  | { code: 'bad_deduction'; cents: number }
  | { code: 'deducted_above_refund'; cents: number; refundCents: number }
  | { code: 'nothing_returned' }

/**
 * An order can be refunded only by the rules it was bought under: other rules would take back discounts that it never had.
 * Errors: `not_these_rules` when the given rules price the order's cart otherwise than it was paid.
 */
export function checkPaidOrder({ cart, priced, ruleSet }: PaidOrder): Result<PaidOrder, RefundProblem[]> {
  const again = priceCart(ruleSet, cart)
  const isSame =
    again.ok &&
    again.value.payableCents === priced.payableCents &&
    again.value.lines.length === priced.lines.length &&
    again.value.lines.every((line, i) => {
      const paid = priced.lines[i]
      return paid?.lineId === line.lineId && paid.payableCents === line.payableCents
    })
  if (isSame) return ok({ cart, priced: again.value, ruleSet })
  const pricedCents = again.ok ? again.value.payableCents : undefined
  return err([{ code: 'not_these_rules', paidCents: priced.payableCents, pricedCents }])
}
