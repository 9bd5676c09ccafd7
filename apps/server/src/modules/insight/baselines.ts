/** A figure that a shop is measured against until it states its own. */
export type Baseline = { value: number; behindWhen: 'below' | 'above'; source: string }

const BRIEF = 'operating brief of the requirement ledger, row P1.10'

/** Stated baselines of the diagnosis. */
export const BASELINES = {
  /** Share of the shop's buyers who buy in a category; below it the category has room. */
  categoryPenetration: { value: 0.15, behindWhen: 'below', source: `${BRIEF}: home and fresh below 15 %` },
  /** Share of visits from search; above it the shop depends on one source. */
  searchDependence: { value: 0.6, behindWhen: 'above', source: `${BRIEF}: search 60 %` },
  /** Share of visits that begin on an item page and end there. */
  detailBounce: { value: 0.45, behindWhen: 'above', source: `${BRIEF}: detail-page bounce 45 %` },
  /** Share of placed orders that are never paid. */
  paymentAbandonment: { value: 0.3, behindWhen: 'above', source: `${BRIEF}: payment abandonment above 30 %` },
} as const satisfies Record<string, Baseline>

/** Limits of the traffic warnings. */
export const TRAFFIC_LIMITS = {
  /** One class of traffic with more than this share of visits is a dependence (the search baseline of P1.10). */
  singleClass: 0.6,
  /** Above half, visits stop when the budget stops. */
  paidTraffic: 0.5,
  /** More visits without a source than this make the shares unsafe. */
  unknownSource: 0.2,
} as const
