import type { AnomalyTest } from '../metric-condition.ts'
import { campaignWindow, type MetricSeries, windowBack } from '../metric-series.ts'
import { median, robustSpread } from '../robust.ts'
import { type TestOutcome, type TestRunner, unjudged } from '../test-outcome.ts'
import { WEEK_MINUTES } from './change.ts'

/** How far back the same minute of the week is looked up. */
export const ANOMALY_WEEKS = 8
/** Neighbouring windows of each week that join, on both sides: one figure a week is too few for a spread. */
export const ANOMALY_NEIGHBOURS = 2
/** With fewer references a spread says nothing. */
const REFERENCES_MIN = 12
/** Windows just past that say how this campaign runs against last time's. */
export const CAMPAIGN_WINDOWS = 24

type Usual = { centre: number; sigma: number }

/** Figures of the past weeks at one minute of the week, `near` windows beside the one that is asked for. */
function slotFigures(series: MetricSeries, minutes: number, near: number): number[] {
  const found: number[] = []
  for (let week = 1; week <= ANOMALY_WEEKS; week++) {
    const { value } = windowBack(series, minutes, week * WEEK_MINUTES + near * minutes)
    if (value !== null) found.push(value)
  }
  return found
}

/**
 * A slot's own middle is taken off its figures before they are pooled, so that a steep morning is not taken for chance.
 * That fits five middles and leaves the forecast's own error out; both are put back by this factor: eight figures' median
 * has a standard error of 0.44 σ, and deviations from it are about a tenth too small.
 */
const FITTED = 1.2

/** What is usual at this minute of the week, and how far it strays; null with too little past. */
function weekUsual(series: MetricSeries, minutes: number): Usual | null {
  const deviations: number[] = []
  for (let near = -ANOMALY_NEIGHBOURS; near <= ANOMALY_NEIGHBOURS; near++) {
    const figures = slotFigures(series, minutes, near)
    const middle = median(figures)
    if (middle !== null) deviations.push(...figures.map((figure) => figure - middle))
  }
  const centre = median(slotFigures(series, minutes, 0))
  const spread = deviations.length < REFERENCES_MIN ? null : robustSpread(deviations)
  return centre === null || !spread ? null : { centre, sigma: FITTED * spread.sigma }
}

/** This campaign ÷ last time's, window by window before this one. */
function campaignRatios(series: MetricSeries, minutes: number): number[] {
  const found: number[] = []
  for (let i = 1; i <= CAMPAIGN_WINDOWS; i++) {
    const then = campaignWindow(series, minutes, i * minutes)?.value
    const { value } = windowBack(series, minutes, i * minutes)
    if (value !== null && then !== undefined && then !== null && then !== 0) found.push(value / then)
  }
  return found
}

/** A count of rare things jumps by its square root by chance alone, however calm its past weeks were. */
const withChance = ({ centre, sigma }: Usual, series: MetricSeries, sampleShare: number): Usual =>
  series.combine === 'sum'
    ? { centre, sigma: Math.max(sigma, Math.sqrt(Math.abs(centre) * sampleShare)) }
    : { centre, sigma }

function usualFigure(series: MetricSeries, minutes: number): Usual | null {
  if (series.phase !== 'burst') return weekUsual(series, minutes)
  const then = campaignWindow(series, minutes)?.value
  const ratios = campaignRatios(series, minutes)
  const spread = ratios.length < REFERENCES_MIN ? null : robustSpread(ratios)
  if (then === null || then === undefined || !spread) return null
  return { centre: then * spread.centre, sigma: Math.abs(then) * spread.sigma }
}

function judge(value: number, usual: Usual, { k, direction }: AnomalyTest): TestOutcome {
  const band = { low: usual.centre - k * usual.sigma, high: usual.centre + k * usual.sigma }
  const low = direction !== 'rise' && value < band.low
  const high = direction !== 'fall' && value > band.high
  return { judged: true, breached: low || high, value, baseline: usual.centre, band }
}

/**
 * Unusual for this minute of the week (robust: median and MAD of the last eight weeks with their neighbours); on burst days
 * for this minute of the campaign, at the pace at which this campaign has run against last time's so far.
 */
export const runAnomaly: TestRunner<AnomalyTest> = (test, { condition, series, now }) => {
  if (now.value === null) return unjudged('noData', null)
  const usual = usualFigure(series, condition.windowMinutes)
  if (!usual) return unjudged('noBaseline', now.value)
  // What one observation brings: 1 for counts of events, the mean amount for sums of money.
  const each = now.sample > 0 && now.value > 0 ? now.value / now.sample : 1
  return judge(now.value, withChance(usual, series, each), test)
}
