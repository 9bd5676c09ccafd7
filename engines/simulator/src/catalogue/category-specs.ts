import { BEAUTY_LISTINGS } from './beauty-listings.ts'
import { FOOD_LISTINGS } from './food-listings.ts'
import { HOME_LISTINGS } from './home-listings.ts'
import type { ListingSpec } from './listing-spec.ts'
import { MOTHER_LISTINGS } from './mother-listings.ts'
import { PERSONAL_LISTINGS } from './personal-listings.ts'

/** What the market holds to be true of a category. Rates are shares, elasticities are positive (demand falls with price). */
export type CategorySpec = {
  name: string
  brand: string
  /** Share of visits that look at this category on an ordinary day. */
  interest: number
  priceElasticity: number
  /** Share of paid lines that end in a refund. */
  refundRate: number
  costShare: number
  commissionBp: number
  /** Height of the yearly wave and the share of the year at which it peaks. */
  seasonHeight: number
  seasonPeak: number
  /** How much more it is wanted before the Spring Festival. */
  newYearPull: number
  listings: readonly ListingSpec[]
}

export const CATEGORY_SPECS: readonly CategorySpec[] = [
  {
    name: '美妆护肤',
    brand: '岚禾',
    interest: 0.3,
    priceElasticity: 1.9,
    refundRate: 0.09,
    costShare: 0.4,
    commissionBp: 500,
    seasonHeight: 0.12,
    seasonPeak: 0.95,
    newYearPull: 1,
    listings: BEAUTY_LISTINGS,
  },
  {
    name: '个护清洁',
    brand: '岚禾',
    interest: 0.22,
    priceElasticity: 2.4,
    refundRate: 0.06,
    costShare: 0.49,
    commissionBp: 400,
    seasonHeight: 0.1,
    seasonPeak: 0.5,
    newYearPull: 1.1,
    listings: PERSONAL_LISTINGS,
  },
  {
    name: '家居日用',
    brand: '岚禾家',
    interest: 0.18,
    priceElasticity: 2.2,
    refundRate: 0.13,
    costShare: 0.53,
    commissionBp: 500,
    seasonHeight: 0.08,
    seasonPeak: 0.85,
    newYearPull: 1.15,
    listings: HOME_LISTINGS,
  },
  {
    name: '母婴用品',
    brand: '岚禾宝贝',
    interest: 0.15,
    priceElasticity: 1.5,
    refundRate: 0.105,
    costShare: 0.5,
    commissionBp: 300,
    seasonHeight: 0.05,
    seasonPeak: 0.75,
    newYearPull: 1,
    listings: MOTHER_LISTINGS,
  },
  {
    name: '食品饮料',
    brand: '岚禾食集',
    interest: 0.15,
    priceElasticity: 2.8,
    refundRate: 0.035,
    costShare: 0.58,
    commissionBp: 200,
    seasonHeight: 0.15,
    seasonPeak: 0.03,
    newYearPull: 1.9,
    listings: FOOD_LISTINGS,
  },
]
