/**
 * What a set of rules is told before it is published. One closed list; each code has its facts, its words in both languages and
 * its weight. An `error` blocks approval.
 */
export type FindingFacts = {
  zero_price: { skuId: string; quantity: number }
  below_cost: { skuId: string; quantity: number; unitCents: number; receivedCents: number; costCents: number }
  below_cost_subsidised: {
    skuId: string
    quantity: number
    unitCents: number
    receivedCents: number
    costCents: number
  }
  below_lowest: { skuId: string; quantity: number; unitCents: number; lowestCents: number }
  margin_too_low: { skuId: string; quantity: number; unitCents: number; marginBp: number; wantedBp: number }
  stacked_too_deep: {
    skuId: string
    quantity: number
    unitCents: number
    listedCents: number
    depthBp: number
    mostBp: number
  }
  search_cut_off: { skuId: string; carts: number }
  tier_rate_falls: { tier: number; rateBp: number; beforeBp: number }
  dip: { fromCents: number; toCents: number; betterCents: number; paysCents: number }
  weaker_reward: { thresholdCents: number; rateBp: number; otherThresholdCents: number; otherBp: number }
  raised_then_cut: {
    skuId: string
    beforeDay: string
    beforeCents: number
    raisedDay: string
    raisedCents: number
    dealCents: number
    referenceDay: string
    referenceCents: number
  }
  not_below_reference: { skuId: string; dealCents: number; referenceDay: string; referenceCents: number; days: number }
  struck_price_unreal: {
    skuId: string
    struckCents: number
    referenceDay: string
    referenceCents: number
    days: number
  }
  no_price_history: { skuId: string }
  price_protection: { skuId: string; units: number; cents: number; dealCents: number; days: number }
  nearly_free_listing: { skuId: string; unitCents: number; leastCents: number }
  outlier_price: { skuId: string; unitCents: number; medianCents: number; days: number }
  unlimited_coupon: { name: string }
  wrong_threshold: { minCents: number; cutCents: number; rateBp: number; mostBp: number }
  over_budget: { expectedCents: number; budgetCents: number; orders: number }
  open_ended: { name: string }
  unfair_price: { cart: string; leastCents: number; mostCents: number; buyers: number }
  not_by_the_rules: { cart: string; buyerId: string; paidCents: number; rulesCents: number }
}

export type FindingCode = keyof FindingFacts
export type FindingSeverity = 'error' | 'warning' | 'note'

export type Finding<C extends FindingCode = FindingCode> = {
  code: C
  severity: FindingSeverity
  /** Rules that take part, in the order of the pipeline where there are several. */
  ruleIds: readonly string[]
  facts: FindingFacts[C]
  zh: string
  en: string
}
