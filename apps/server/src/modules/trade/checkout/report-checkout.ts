import type { CheckoutReport, ReportDays, Store } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import { savedGains, stepLosses } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { shopDays } from '../shop-days.ts'
import { readCheckoutSteps } from './checkout-steps.ts'
import { DAYS_SHOWN, USUAL_LOST_SHARE } from './path-defaults.ts'
import { readCheckoutPaths } from './read-checkout-paths.ts'

/**
 * The shop's way from the first step to the payment (P7.11): what each step loses and why, by options and by kept details, and which
 * step to shorten first. Errors: throws `invalid_request` for a span that ends before it begins.
 */
export async function reportCheckout(context: Context, store: Store, query: ReportDays): Promise<CheckoutReport> {
  const span = shopDays(context, store, query, DAYS_SHOWN)
  const declared = await readCheckoutSteps(context, store.id)
  const paths = await readCheckoutPaths(context, { store: store.id, ...span })
  const { started, paid, steps, unknown } = stepLosses(
    declared.map(({ step }) => step),
    paths,
  )
  const named = steps.map((loss, i) => ({
    ...loss,
    nameZh: declared[i]?.nameZh ?? '',
    nameEn: declared[i]?.nameEn ?? '',
  }))
  const lost = started - paid
  return {
    ...span,
    started,
    paid,
    lostShare: ratio(lost, started),
    usualLostShare: USUAL_LOST_SHARE,
    steps: named,
    unknown,
    gains: savedGains(steps),
  }
}
