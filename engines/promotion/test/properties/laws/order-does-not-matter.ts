import { compileRules, priceCart } from '../../../src/index.ts'
import { type Case, shuffled } from '../case.ts'
import { drawRule } from '../draw-rules.ts'

/** The same input gives the same bytes, in whatever order lines, claims, tickets, fees and rules are given. */
export function orderDoesNotMatter({ pipeline, rules, ruleSet, cart, priced, rng }: Case): string | undefined {
  const bytes = JSON.stringify(priced)
  if (JSON.stringify(priceCart(ruleSet, cart)) !== JSON.stringify({ ok: true, value: priced }))
    return 'not the same again'
  const other = {
    ...cart,
    lines: shuffled(rng, cart.lines),
    shipping: shuffled(rng, cart.shipping ?? []),
    claims: shuffled(rng, cart.claims ?? []),
    tickets: shuffled(rng, cart.tickets ?? []),
  }
  const again = priceCart(ruleSet, other)
  if (!again.ok || JSON.stringify(again.value) !== bytes) return 'the order of lines or claims matters'
  const otherRules = compileRules(pipeline, shuffled(rng, rules))
  if (!otherRules.ok) return 'the order of rules makes them wrong'
  const third = priceCart(otherRules.value, cart)
  return third.ok && JSON.stringify(third.value) === bytes ? undefined : 'the order of rules matters'
}

/** One rule more is either refused with its problems or prices the cart; it never breaks anything. */
export function oneRuleMore({ pipeline, rules, cart, rng }: Case): string | undefined {
  const more = compileRules(pipeline, [...rules, drawRule(rng, pipeline, 'more')])
  if (!more.ok) return more.error.length > 0 ? undefined : 'refused without a problem'
  const priced = priceCart(more.value, cart)
  return priced.ok ? undefined : `one rule more: ${JSON.stringify(priced.error)}`
}
