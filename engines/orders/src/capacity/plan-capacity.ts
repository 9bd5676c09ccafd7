import { addDays, type BusinessDay } from '@zhanggui/kernel'

/** What the peak is reckoned from. */
export type CapacityDemand = {
  /** Orders of the busiest day, and the upper end of its interval. */
  dayOrders: number
  dayOrdersHigh: number
  /** Share of the day in its busiest minute, basis points, and how much higher its busiest second is than its mean, basis points. */
  busiestMinuteBp: number
  secondOverMinuteBp: number
  day: BusinessDay
}

/** What nodes do and cost. */
export type CapacitySupply = {
  /** Orders a second that one node kept up with in a load test. */
  nodePerSecond: number
  /** Room above the peak, basis points. */
  headroomBp: number
  /** Nodes that may fail with the rest still carrying the peak. */
  spareNodes: number
  /** Nodes that run all year and are paid for already. */
  baseNodes: number
  nodeDayCents: number
  /** Days between the order and a node that serves. */
  leadDays: number
  /** Days before and after the busiest day on which the nodes stay. */
  daysBefore: number
  daysAfter: number
}

/** The technology line of the budget profile in force; `shareBp` is the profile's word, for the report. */
export type TechnologyShare = { profile: string; shareBp: number; limitCents: number; spentCents: number }

export type CapacityPlan = {
  peakPerSecond: number
  peakPerSecondHigh: number
  nodes: number
  extraNodes: number
  orderBy: BusinessDay
  readyFrom: BusinessDay
  scaleBackOn: BusinessDay
  nodeDays: number
  costCents: number
  /** Left of the technology line before and after this plan; null without a budget. */
  leftCents: number | null
  overCents: number | null
}

/** Seconds of a minute. */
const MINUTE = 60

/** Orders in the busiest second of a day. */
const peakOf = (orders: number, { busiestMinuteBp, secondOverMinuteBp }: CapacityDemand): number =>
  ((orders * busiestMinuteBp) / 10_000 / MINUTE) * (secondOverMinuteBp / 10_000)

/**
 * How many nodes the busiest second needs, when they have to be ordered and when they go again, and what that costs beside the
 * technology line of the budget (P7.14). Nodes are reckoned for the upper end of the forecast: room that was not needed is cheaper than
 * orders that were refused. `overCents` is what the plan costs beyond what the line has left; 0 when it fits.
 */
export function planCapacity(
  demand: CapacityDemand,
  supply: CapacitySupply,
  technology: TechnologyShare | null,
): CapacityPlan {
  const { nodePerSecond, headroomBp, spareNodes, baseNodes, nodeDayCents, leadDays, daysBefore, daysAfter } = supply
  const peakPerSecondHigh = peakOf(demand.dayOrdersHigh, demand)
  const needed = (peakPerSecondHigh * (10_000 + headroomBp)) / 10_000
  const nodes = Math.max(baseNodes, Math.max(1, Math.ceil(needed / nodePerSecond)) + spareNodes)
  const extraNodes = nodes - baseNodes
  const readyFrom = addDays(demand.day, -daysBefore)
  const nodeDays = extraNodes * (daysBefore + 1 + daysAfter)
  const costCents = nodeDays * nodeDayCents
  const leftCents = technology ? technology.limitCents - technology.spentCents : null
  return {
    peakPerSecond: peakOf(demand.dayOrders, demand),
    peakPerSecondHigh,
    nodes,
    extraNodes,
    orderBy: addDays(readyFrom, -leadDays),
    readyFrom,
    scaleBackOn: addDays(demand.day, daysAfter + 1),
    nodeDays,
    costCents,
    leftCents,
    overCents: leftCents === null ? null : Math.max(0, costCents - leftCents),
  }
}
