import type { Vocabulary } from '../practice.ts'
import { BOUGHT_ORDERS } from './bought-orders.ts'
import { BOUGHT_REVIEWS } from './bought-reviews.ts'
import { PERSONAL_PRICING } from './personal-pricing.ts'
import { RANK_MANIPULATION } from './rank-manipulation.ts'
import { SCRAPING } from './scraping.ts'

export const VOCABULARIES: readonly Vocabulary[] = [
  BOUGHT_ORDERS,
  BOUGHT_REVIEWS,
  RANK_MANIPULATION,
  SCRAPING,
  PERSONAL_PRICING,
]
