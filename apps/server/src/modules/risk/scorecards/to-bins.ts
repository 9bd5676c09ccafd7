import { RISK_FEATURES, type RiskBin } from '@zhanggui/contract'
import { FEATURE, type ScorecardBin } from '@zhanggui/orders'

const BY_NUMBER = new Map(RISK_FEATURES.map((name) => [FEATURE[name] as number, name]))

/** Bins as the order core takes them: sorted by feature, then by where they begin. */
export const toCoreBins = (bins: readonly RiskBin[]): ScorecardBin[] =>
  bins
    .map(({ feature, from, points }) => ({ feature: FEATURE[feature], from, points }))
    .sort((a, b) => a.feature - b.feature || a.from - b.from)

/** Bins in the words of the API. */
export const toNamedBins = (bins: readonly ScorecardBin[]): RiskBin[] =>
  bins.flatMap(({ feature, from, points }) => {
    const name = BY_NUMBER.get(feature)
    return name ? [{ feature: name, from, points }] : []
  })
