import { normalQuantile, ratio } from '@zhanggui/kernel'

/** A hot item in its campaign, as far as it has gone. */
export type HotItem = {
  item: string
  /** Units that could be sold from the start of the campaign on, later arrivals included. */
  available: number
  /** Units that went since. */
  sold: number
  /** Pre-sale units whose balance is still due: promised, not sold. */
  committed: number
  /** Share of the committed whose balance is usually paid. */
  balanceRate: number
  /** Share of the campaign's demand that is over by now. */
  shareOver: number
  /** Units that the plan expected over the whole campaign; null without a plan. */
  planned: number | null
  /** Variance of units over their mean. */
  clumping?: number
}

export type SellRules = {
  /** Leftover beyond this share of what was available is a risk. */
  leftoverShare: number
  /** Chance from which a risk is called one. */
  risk: number
}

export const SELL_RULES: SellRules = { leftoverShare: 0.3, risk: 0.9 }

export type SellThrough = {
  item: string
  /** 售罄率: sold ÷ available. */
  sellThrough: number | null
  /** Sold against the share of the plan that should have gone by now; 1 is on plan. */
  againstPlan: number | null
  /** Units still wanted until the end: pre-sale balances and further demand, with an interval of 90 %. */
  wanted: { low: number; mid: number; high: number }
  /** Units missing at the end (positive) or left (negative), in the middle. */
  short: number
  oversellChance: number
  leftoverChance: number
  risk: 'oversell' | 'leftover' | null
}

/** Jeffreys' half a unit. */
const PRIOR_UNITS = 0.5

/** Probability that a normal variable is above `value`; by the logistic-like series of Zelen & Severo (error below 1e-7). */
function normalTail(value: number): number {
  if (value < 0) return 1 - normalTail(-value)
  const t = 1 / (1 + 0.2316419 * value)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * series
}

/** Mean and variance of what is still wanted: the rate is Gamma after what was seen, units fall in clumps given the rate. */
function wantedOf({ sold, committed, balanceRate, shareOver, clumping = 1 }: HotItem): { mean: number; sd: number } {
  const left = Math.max(0, 1 - shareOver)
  const seen = sold / clumping + PRIOR_UNITS
  const more = (clumping * seen * left) / Math.max(shareOver, 1e-6)
  const balances = committed * balanceRate
  const variance = clumping * more * (1 + left / Math.max(shareOver, 1e-6)) + balances * (1 - balanceRate)
  return { mean: more + balances, sd: Math.sqrt(variance) }
}

/**
 * Where a hot item will end (P9.12): against presale, forecast and stock.
 * Shape: both chances between 0 and 1; `risk` names the one that has come up to `rules.risk`, oversell first.
 */
export function sellThrough(item: HotItem, rules: SellRules = SELL_RULES): SellThrough {
  const { mean, sd } = wantedOf(item)
  const left = item.available - item.sold
  const z = normalQuantile(0.95)
  const chanceAbove = (units: number): number => (sd === 0 ? Number(mean > units) : normalTail((units - mean) / sd))
  const oversellChance = chanceAbove(left)
  const leftoverChance = 1 - chanceAbove(left - rules.leftoverShare * item.available)
  return {
    item: item.item,
    sellThrough: ratio(item.sold, item.available),
    againstPlan: item.planned === null ? null : ratio(item.sold, item.planned * item.shareOver),
    wanted: { low: Math.max(0, mean - z * sd), mid: mean, high: mean + z * sd },
    short: mean - left,
    oversellChance,
    leftoverChance,
    risk: oversellChance >= rules.risk ? 'oversell' : leftoverChance >= rules.risk ? 'leftover' : null,
  }
}
