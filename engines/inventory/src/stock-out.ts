import { assert } from '@zhanggui/kernel'
import { fQuantile } from './f-quantile.ts'

/**
 * How demand spreads over the clock: the demand of a usual day that falls within the minutes from now, as a share of a day.
 * It starts at 0 and never falls; a value of 1.5 means one and a half days' demand. A flat clock is `m => m / 1440`.
 */
export type DemandClock = (minutesFromNow: number) => number

/** What is known of an item's pace: units that went, over how much of a usual day's demand. */
export type Pace = {
  units: number
  /** Share of a usual day's demand that the time of those units usually holds. */
  dayShare: number
  /** Variance of units over their mean: 1 for single units, more where people buy several or come in waves. */
  clumping?: number
}

/** When stock runs out, in minutes from now; null beyond the horizon. `likely` is the middle, the others hold it between them. */
export type StockOut = { early: number | null; likely: number | null; late: number | null; level: number }

/** Minutes ahead that are looked at. */
export const HORIZON_MINUTES = 7 * 1440

/** Jeffreys' half a unit: an item that has not sold yet is slow, not dead. */
const PRIOR_UNITS = 0.5

/** The first minute by which so much demand has come; null beyond the horizon. */
function minuteOf(demand: number, clock: DemandClock): number | null {
  if (demand > clock(HORIZON_MINUTES)) return null
  let [low, high] = [0, HORIZON_MINUTES]
  while (low < high) {
    const middle = (low + high) >> 1
    if (clock(middle) >= demand) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Share of a day's demand after which the stock is gone, at a probability. The rate of sale is Gamma after what was seen, the
 * time to the n-th unit is Gamma given the rate, so their ratio is an F variable: exact for units that fall one by one.
 */
function demandToEmpty(onHand: number, pace: Pace, probability: number): number {
  const clumping = Math.max(1, pace.clumping ?? 1)
  const left = onHand / clumping
  const seen = pace.units / clumping + PRIOR_UNITS
  return (pace.dayShare * left * fQuantile(probability, { over: 2 * left, under: 2 * seen })) / seen
}

/**
 * Time to stock-out (P5.14) from the current pace and the usual course of the day.
 * Shape: minutes from now; 0 when nothing is left; null where it lies beyond seven days. Errors: throws on negative stock of
 * time or units, and unless 0 < level < 1.
 * @example stockOut({ onHand: 40, pace: { units: 30, dayShare: 0.1 }, clock: (m) => m / 1440 })
 */
export function stockOut(item: { onHand: number; pace: Pace; clock: DemandClock; level?: number }): StockOut {
  const { onHand, pace, clock, level = 0.9 } = item
  assert(pace.units >= 0 && pace.dayShare > 0, 'a pace has units, none or more, and some of a day’s demand')
  assert(level > 0 && level < 1, 'a level lies between 0 and 1')
  if (onHand <= 0) return { early: 0, likely: 0, late: 0, level }
  const at = (probability: number): number | null => minuteOf(demandToEmpty(onHand, pace, probability), clock)
  return { early: at((1 - level) / 2), likely: at(0.5), late: at(1 - (1 - level) / 2), level }
}

export type WarningRules = {
  /** The warning has to come at least so long before. */
  leadMinutes: number
  /** How often stock is looked at: what runs out between two looks has to be told of at the first. */
  everyMinutes: number
  /** Chance of running out within the lead from which a warning is due. */
  risk: number
}

/** An hour is what it takes to re-fill, swap or stop advertising; with this risk some 97 of 100 stock-outs are told of in time. */
export const WARNING_RULES: WarningRules = { leadMinutes: 60, everyMinutes: 1, risk: 0.03 }

/** Whether it is time to warn: the chance that the stock is gone before the lead is over has come up to `risk`. */
export function mustWarn(
  item: { onHand: number; pace: Pace; clock: DemandClock },
  { leadMinutes, everyMinutes, risk }: WarningRules = WARNING_RULES,
): boolean {
  if (item.onHand <= 0) return true
  const early = minuteOf(demandToEmpty(item.onHand, item.pace, risk), item.clock)
  return early !== null && early <= leadMinutes + everyMinutes
}
