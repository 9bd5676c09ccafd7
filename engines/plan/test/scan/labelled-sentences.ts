import type { Practice } from '../../src/scan/practice.ts'
import { BOUGHT_ORDERS } from './sentences/bought-orders.ts'
import { BOUGHT_REVIEWS } from './sentences/bought-reviews.ts'
import { PERSONAL_PRICING } from './sentences/personal-pricing.ts'
import { RANK_MANIPULATION } from './sentences/rank-manipulation.ts'
import { SCRAPING } from './sentences/scraping.ts'

export { INNOCENT } from './sentences/innocent.ts'

/** Sentences that ask for a practice, in the wordings in which plans and chat groups write it. */
export const ASKED: Readonly<Record<Practice, readonly string[]>> = {
  boughtOrders: BOUGHT_ORDERS,
  boughtReviews: BOUGHT_REVIEWS,
  rankManipulation: RANK_MANIPULATION,
  scraping: SCRAPING,
  personalPricing: PERSONAL_PRICING,
}
