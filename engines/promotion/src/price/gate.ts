import type { CompiledRule } from '../rules/compile-rules.ts'
import type { RuleConditions } from '../rules/rule.ts'
import type { CartState } from './cart-state.ts'
import type { MissReason } from './reasons.ts'

function gateConditions(when: RuleConditions, { cart, buyer }: CartState): MissReason | undefined {
  const { channels, regions, paymentMethods, isNewBuyer, minTier } = when
  if (channels && !channels.includes(cart.channel ?? '')) return 'not_this_channel'
  if (regions && !regions.includes(cart.region ?? '')) return 'not_this_region'
  if (paymentMethods && !paymentMethods.includes(cart.payment?.method ?? '')) return 'not_this_payment'
  if (isNewBuyer === true && buyer.isNew !== true) return 'only_new_buyers'
  if (isNewBuyer === false && buyer.isNew === true) return 'not_new_buyers'
  if (minTier !== undefined && (buyer.tier ?? 0) < minTier) return 'tier_too_low'
  return undefined
}

/** What keeps a rule from this cart before any line is looked at; the first in the order of `MISS_REASONS`. */
export function gateRule(compiled: CompiledRule, state: CartState): MissReason | undefined {
  const { rule, fromMs, untilMs } = compiled
  if (rule.isStopped) return 'stopped'
  if (state.atMs < fromMs) return 'not_started'
  if (state.atMs >= untilMs) return 'ended'
  if (rule.when) {
    const reason = gateConditions(rule.when, state)
    if (reason) return reason
  }
  const used = state.cart.timesUsed?.[rule.ruleId] ?? 0
  return rule.timesPerBuyer !== undefined && used >= rule.timesPerBuyer ? 'used_up_by_buyer' : undefined
}
