export { CAMPAIGNS, type Campaign, type CampaignPhase, type DatedSpan, datedSpans } from './calendar/campaign-plan.ts'
export { type DayMood, dayMoods } from './calendar/day-mood.ts'
export {
  type LiveDay,
  type LiveDayOptions,
  type LiveGood,
  type LiveVisit,
  openLiveDay,
  type StandbyChannel,
  type WalkedVisit,
} from './live-day.ts'
export { createMarket, type Market } from './market.ts'
export { LOADING_COLUMNS, marketColumns } from './market-columns.ts'
export {
  DEFAULT_FROM,
  DEFAULT_UNTIL,
  MARKET_LIMITS,
  type MarketOptions,
  marketOptionsProblem,
  type ResolvedOptions,
} from './market-options.ts'
export type { MarketTruth } from './market-truth.ts'
export type {
  AdRow,
  DayRows,
  EventRow,
  FeedbackRow,
  ItemRow,
  MarketDay,
  OrderLineRow,
  ShopDayRow,
  StockRow,
} from './rows.ts'
export {
  payingInstant,
  UNPAID_TRUTH,
  type UnpaidOrder,
  type UnpaidOrders,
  type UnpaidTruth,
  unpaidOrders,
} from './trade/unpaid-orders.ts'
export {
  type ExposureCount,
  LAUNCH_TRUTH,
  type LaunchExposures,
  type LaunchTruth,
  launchExposures,
  plantedOver,
} from './traffic/launch-exposures.ts'
export { TsvWriter } from './tsv-writer.ts'
export type { Weather } from './weather.ts'
