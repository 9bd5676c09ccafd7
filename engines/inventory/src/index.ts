export { type HotItem, SELL_RULES, type SellRules, type SellThrough, sellThrough } from './sell-through.ts'
export {
  type DemandClock,
  HORIZON_MINUTES,
  mustWarn,
  type Pace,
  type StockOut,
  stockOut,
  WARNING_RULES,
  type WarningRules,
} from './stock-out.ts'
export {
  type Candidate,
  SUBSTITUTE_RULES,
  type Substitute,
  type SubstituteRules,
  substitutesFor,
} from './substitute.ts'
export { type Slot, type SlotSwap, swapSoldOut } from './swap-sold-out.ts'
