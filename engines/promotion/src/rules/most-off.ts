import type { Rule } from './rule.ts'

type Params = Readonly<Record<string, unknown>>

/** The cut of the highest tier, as often as it may repeat. */
function mostOfTiers({ tiers, repeats = 1 }: Params): number | undefined {
  if (!Array.isArray(tiers)) return undefined
  const cuts = tiers.map((tier: Params) => Number(tier.cutCents))
  return Math.max(...cuts) * Number(repeats)
}

/** Kinds whose parameters alone say how much they take; all others depend on the cart. */
const MOST: Readonly<Record<string, (params: Params) => number | undefined>> = {
  amountOff: ({ cutCents }) => Number(cutCents),
  redPacket: ({ mostCents }) => Number(mostCents),
  tradeInValue: ({ mostCents }) => Number(mostCents),
  tradeIn: ({ subsidyCents }) => (subsidyCents === undefined ? undefined : Number(subsidyCents)),
  spendAndSave: mostOfTiers,
  unitsAndSave: mostOfTiers,
}

/**
 * The most that one use of a rule takes off a cart, fen: by its figures or by its cap. `undefined` where neither sets an end, as
 * for a share of the price without a cap.
 */
export function mostOff({ mechanic, params, maxCents }: Rule): number | undefined {
  const own = MOST[mechanic]?.(params)
  if (own === undefined) return maxCents
  return maxCents === undefined ? own : Math.min(own, maxCents)
}

/** What a pack of coupons is worth at the most (礼包面值): each coupon by its rule. `undefined` while one of them has no end. */
export function packValue(
  coupons: readonly { couponRuleId: string; count: number }[],
  rules: ReadonlyMap<string, Rule>,
): number | undefined {
  let total = 0
  for (const { couponRuleId, count } of coupons) {
    const rule = rules.get(couponRuleId)
    const worth = rule && mostOff(rule)
    if (worth === undefined) return undefined
    total += worth * count
  }
  return total
}
