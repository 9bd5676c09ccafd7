/**
 * What a threshold is held against: the listed price, the activity price (活动价: after the levels that form it), or what is left
 * after the levels before. Parallel spend-and-save (平行满减) is `activity`; most other systems are `remaining`.
 */
export type ThresholdBase = 'listed' | 'activity' | 'remaining'

/** Rules of one group stand in each other's way: for each line, shop or cart at most `max` of them hold. */
export type Group = {
  group: string
  per: 'line' | 'shop' | 'cart'
  max: number
  /** `best` takes what saves the buyer most, `first` what comes first by priority. */
  choose: 'best' | 'first'
}

export type Level = {
  level: string
  zh: string
  en: string
  thresholdBase: ThresholdBase
  /** Prices after this level are the activity price of everything behind it. */
  formsActivityPrice?: boolean
  /** Rules of a group that is not listed here stand beside each other without limit. */
  groups?: readonly Group[]
}

/** The order in which discounts are taken, as data. */
export type Pipeline = { id: string; zh: string; en: string; levels: readonly Level[] }
