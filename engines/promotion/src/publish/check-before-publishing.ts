import { checkLimits } from './checks/limits.ts'
import { checkListings } from './checks/listings.ts'
import { checkLowestPrices } from './checks/lowest-prices.ts'
import { checkPriceProtection } from './checks/price-protection.ts'
import { checkReferencePrices } from './checks/reference-price.ts'
import { checkRewards } from './checks/rewards.ts'
import type { Finding, FindingSeverity } from './finding.ts'
import type { LowestPrice } from './lowest-price/lowest-price.ts'
import { type PublishCase, settingsOf } from './publish-case.ts'

export type PublishReport = {
  /** The gravest first, then in the order of the checks. */
  findings: readonly Finding[]
  /** For each SKU that could be priced. */
  lowest: readonly LowestPrice[]
}

const WEIGHT: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 }

/**
 * Everything that a set of rules is asked before it is published: the lowest price of every SKU over all reachable combinations,
 * real cuts, limits, slips, protection. Errors block approval (`isBlocked`).
 */
export function checkBeforePublishing(publish: PublishCase): PublishReport {
  const { findings, lowest } = checkLowestPrices(publish)
  const all = [
    ...findings,
    ...checkListings(publish),
    ...checkReferencePrices(publish),
    ...checkLimits(publish),
    ...checkRewards(publish.ruleSet, settingsOf(publish)),
    ...checkPriceProtection(publish),
  ]
  return { findings: all.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]), lowest }
}
