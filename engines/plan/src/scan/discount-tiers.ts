import { type Cents, cents, multiplyDivide } from '@zhanggui/kernel'
import { foldWidth, toSimplified } from '@zhanggui/text'
import { AMOUNT, amountOf } from './money-words.ts'

/** A reduction from a minimum spend on. `rateBp`: what it takes off at the minimum, basis points. */
export type DiscountTier = { minCents: Cents; offCents: Cents; rateBp: number }

const TIER = new RegExp(
  `(?:每?满|购物满|消费满|买满)\\s*(${AMOUNT})\\s*元?\\s*(?:立?减|返还?|省|送|抵|优惠|-|−|→)\\s*(${AMOUNT})\\s*元?|(?<![\\d.])(${AMOUNT})\\s*(?:−|减|返)\\s*(${AMOUNT})(?![\\d月日号.])`,
  'g',
)
const PACK = new RegExp(
  `(${AMOUNT})\\s*元?\\s*(?:的)?(?:新人|新客|注册|入会|会员)?(?:大?礼包|券包|红包)|(?:大?礼包|券包)\\s*(?:价值|共|合计)?\\s*(${AMOUNT})\\s*元`,
  'g',
)
const EXCLUDED = /不(?:可|能|得)?(?:与[^，。；]{0,10})?(?:同时|叠加|同享)|二选一|不同享|互斥/

/** What the reduction takes off at its minimum, basis points. */
const rateOf = (off: Cents, min: Cents): number =>
  multiplyDivide({ amount: cents(10_000), numerator: off, denominator: min, rounding: 'half_up' })

function tierOf(minText: string | undefined, offText: string | undefined): DiscountTier[] {
  const minCents = amountOf(minText ?? '')
  const offCents = amountOf(offText ?? '')
  if (minCents === null || offCents === null || minCents <= 0 || offCents <= 0 || offCents >= minCents) return []
  return [{ minCents, offCents, rateBp: rateOf(offCents, minCents) }]
}

/** Reductions that a text speaks of: 满300减40, 600−100, 满1000返50. In the order of the text. */
export const findTiers = (text: string): DiscountTier[] =>
  Array.from(toSimplified(foldWidth(text)).matchAll(TIER)).flatMap((m) => tierOf(m[1] ?? m[3], m[2] ?? m[4]))

/**
 * Tiers whose rate falls though more has to be spent, each held against the strongest tier below it (X18).
 * @example fallingTiers('满600减100，满1000返50')[0]?.higher.rateBp // 500
 */
export function fallingTiers(text: string): { lower: DiscountTier; higher: DiscountTier }[] {
  const sorted = findTiers(text).toSorted((a, b) => a.minCents - b.minCents)
  return sorted.flatMap((higher) => {
    const below = sorted.filter((tier) => tier.minCents < higher.minCents && tier.rateBp > higher.rateBp)
    const [lower] = below.toSorted((a, b) => b.rateBp - a.rateBp)
    return lower ? [{ lower, higher }] : []
  })
}

/** A share of the price that a stack takes off; more is worth a question. Source: own default. */
const DEEP_BP = 4000

/** A pack that can be used on top of the lowest tier and takes the price far down, unless the text excludes it. */
export function deepStacks(text: string): { tier: DiscountTier; packCents: Cents; payCents: Cents; offBp: number }[] {
  const [tier] = findTiers(text).toSorted((a, b) => a.minCents - b.minCents)
  if (!tier || EXCLUDED.test(text)) return []
  const packs = Array.from(toSimplified(foldWidth(text)).matchAll(PACK), (m) => amountOf(m[1] ?? m[2] ?? ''))
  const packCents = cents(Math.max(0, ...packs.filter((pack) => pack !== null)))
  const offCents = cents(tier.offCents + packCents)
  if (packCents === 0 || offCents >= tier.minCents) return []
  const offBp = rateOf(offCents, tier.minCents)
  return offBp >= DEEP_BP ? [{ tier, packCents, payCents: cents(tier.minCents - offCents), offBp }] : []
}
