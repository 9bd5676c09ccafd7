import type { FaultTally } from '../faults/fault.ts'
import type { DrillMarket } from '../market/drill-market.ts'

/** What a fault cost in one run. Minor units; `totalCents` is sales lost and direct costs less what was won back. */
export type Loss = { lostSalesCents: number; directCents: number; recoveredCents: number; totalCents: number }

/** Visits of channels that stood by: they count for the plan that opened them. */
function wonByStandby(market: DrillMarket, calm: DrillMarket, isStandby: readonly boolean[]): number {
  let won = 0
  for (const [i, standby] of isStandby.entries()) if (standby) won += (market.paidBy[i] ?? 0) - (calm.paidBy[i] ?? 0)
  return won
}

function lostSales(market: DrillMarket, calm: DrillMarket, fault: number, isStandby: readonly boolean[]): number {
  let lost = 0
  for (const [i, cause] of market.causeOf.entries())
    if (cause === fault && !isStandby[i]) lost += (calm.paidBy[i] ?? 0) - (market.paidBy[i] ?? 0)
  return lost
}

/**
 * What each fault of a run cost against the same day without any: visit by visit, since the same people come by with the same
 * luck in both. Shape: one loss a fault, in the order of the market's faults.
 */
export function lossesOf(market: DrillMarket, calm: DrillMarket, isStandby: readonly boolean[]): Loss[] {
  return market.faults.map((live, i) => {
    const tally: FaultTally = live.tally()
    const won = live.fault.kind === 'trafficDrop' ? wonByStandby(market, calm, isStandby) : 0
    const lostSalesCents = live.salesCount ? lostSales(market, calm, i, isStandby) : 0
    const recoveredCents = tally.recoveredCents + won
    const { directCents } = tally
    return { lostSalesCents, directCents, recoveredCents, totalCents: lostSalesCents + directCents - recoveredCents }
  })
}
