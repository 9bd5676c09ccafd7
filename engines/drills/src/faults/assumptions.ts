/**
 * How the simulated market answers where no fact of a shop says it. Defaults of this product, stated in every report; a
 * drill compares runs that share them.
 */
export const ASSUMPTIONS = {
  /** Demand follows the ratio of the rival's price to ours with this exponent. */
  crossElasticity: 2.5,
  /** Share of orders that a crisis at its height keeps away. */
  crisisDepth: 0.4,
  /** Share of unpaid orders that a message brings back. */
  recallShare: 0.35,
  /** Share of a host's audience that stays with a stand-in. */
  standInShare: 0.75,
  /** Buyers whom a challenge turns away by mistake. */
  challengeLossShare: 0.03,
  /** Orders that are given back when nobody is told, and when everybody is. */
  refundShareUntold: 0.08,
  refundShareTold: 0.01,
  /** What each person is given as compensation, in minor units. */
  compensationCents: 500,
  /** What a late parcel costs, in minor units, and after how many minutes it is late. */
  lateParcelCents: 500,
  promisedPickupMinutes: 180,
  /** Orders from this amount get the gift, in minor units. */
  giftFromCents: 9_900,
} as const
