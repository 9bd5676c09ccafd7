import { marketTotals } from './market-totals.suite.ts'
import { type Observed, observeMarket } from './observe-market.ts'
import { plantedTruths } from './planted-truths.suite.ts'

// Two years at full size take seconds to run, so both suites look at the same ones.
let market: Observed | undefined
const observed = (): Observed => {
  market ??= observeMarket('full-market', 1)
  return market
}

marketTotals(observed)
plantedTruths(observed)
