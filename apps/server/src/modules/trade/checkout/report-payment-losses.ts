import { type PaymentLosses, PaymentLossesQuery, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { Asker } from '../../insight/run-query.ts'
import { shopDays } from '../shop-days.ts'
import { DAYS_SHOWN, USUAL_LOST_SHARE } from './path-defaults.ts'
import { readCartLosses } from './read-cart-losses.ts'
import { readOrderLosses } from './read-order-losses.ts'

/**
 * What is lost before and behind the checkout (P7.11), from records that every shop has: items in the cart that were not bought, and
 * orders that were not paid. Errors: throws `invalid_request` for a span that ends before it begins.
 */
export async function reportPaymentLosses(
  context: Context,
  store: Store,
  query: PaymentLossesQuery,
  asker?: Asker,
): Promise<PaymentLosses> {
  const { withinHours, ...asked } = parseInput(PaymentLossesQuery, query)
  const span = shopDays(context, store, asked, DAYS_SHOWN)
  return {
    ...span,
    usualLostShare: USUAL_LOST_SHARE,
    carts: await readCartLosses(context, store, { ...span, withinHours }),
    orders: await readOrderLosses(context, store, span, asker),
  }
}
