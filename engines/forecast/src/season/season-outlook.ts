import { type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Series } from '../series/series.ts'
import { countOf, monthOf, monthsBefore, shiftMonths } from './months-before.ts'

export type OutlookCategory = { id: string; series: Series }

/** `watch`: before the research window; `research`: within it; `late`: less lead than the least asked for. */
export type OutlookStatus = 'watch' | 'research' | 'late'

export type OutlookPeak = {
  categoryId: string
  /** Months of the peak, as first days of the first and of the last month. */
  from: BusinessDay
  to: BusinessDay
  /** The strongest month of the peak. */
  month: BusinessDay
  /** That month's sales over a mean month's, growth taken out: 1.6 is 60 % above. */
  index: number
  /** In how many of the past years the month stood above the threshold, of how many it could. */
  years: { above: number; seen: number }
  /** Sales of the last twelve months over the twelve before; null with under two years. */
  growth: number | null
  /** From the day asked to the first day of the peak. */
  leadDays: number
  researchFrom: BusinessDay
  decideBy: BusinessDay
  status: OutlookStatus
}

export type SeasonOutlook = {
  /** By the peak's first day, then by strength. */
  peaks: OutlookPeak[]
  /** Categories with too little history (under 13 months), named so that nobody takes silence for "no season". */
  tooShort: string[]
}

/** Defaults. Source: requirement "3–6 months ahead" for research; a month a fifth above the mean is worth a stock decision. */
const THRESHOLD = 1.2
const LEAD = { least: 3, most: 6 }
const LOOK_AHEAD = 12

/** Each month over the mean of the year around it (the nearest whole year at the ends), so that growth does not look like season. */
function monthIndices(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, t) => {
    const from = Math.min(Math.max(0, t - 6), Math.max(0, values.length - 12))
    const year = values.slice(from, from + 12).filter((v) => v !== null)
    const mean = year.reduce((a, b) => a + b, 0) / year.length
    return value === null || year.length < 10 || mean <= 0 ? null : value / mean
  })
}

type MonthSeason = { index: number; above: number; seen: number }

function seasonByMonth(first: number, values: readonly (number | null)[], threshold: number): (MonthSeason | null)[] {
  const indices = monthIndices(values)
  return Array.from({ length: 12 }, (_, month) => {
    const own = indices.filter((v, t) => (first + t) % 12 === month && v !== null) as number[]
    if (own.length === 0) return null
    const index = own.reduce((a, b) => a + b, 0) / own.length
    return { index, above: own.filter((v) => v >= threshold).length, seen: own.length }
  })
}

function growthOf(values: readonly (number | null)[]): number | null {
  const sum = (part: readonly (number | null)[]): number | null =>
    part.length === 12 && part.every((v) => v !== null) ? part.reduce<number>((a, b) => a + (b ?? 0), 0) : null
  const now = sum(values.slice(-12))
  const before = sum(values.slice(-24, -12))
  return now === null || before === null || before <= 0 ? null : now / before
}

/** Runs of neighbouring months above the threshold in most years, within the look-ahead. */
function runsAhead(season: readonly (MonthSeason | null)[], next: number, threshold: number): number[][] {
  const strong = (month: number): boolean => {
    const found = season[month % 12]
    return !!found && found.index >= threshold && found.above * 2 >= found.seen
  }
  const runs: number[][] = []
  for (let month = next; month < next + LOOK_AHEAD; month++) {
    if (!strong(month)) continue
    const last = runs.at(-1)
    if (last?.at(-1) === month - 1) last.push(month)
    else runs.push([month])
  }
  return runs
}

/**
 * Seasonal peaks of the next twelve months, category by category, with the day from which to research and the day by which to decide,
 * so that goods for a peak are looked for months before it (季节与热点前瞻).
 * Shape: monthly, weekly or daily series; whole months before `asOf` count, nothing from `asOf` on is looked at. Unit of `index`:
 * ratio to a mean month. `leadMonths` are how early research starts and how late a decision may be.
 */
export function seasonOutlook(request: {
  categories: readonly OutlookCategory[]
  asOf: BusinessDay
  leadMonths?: { least: number; most: number }
  threshold?: number
}): SeasonOutlook {
  const { categories, asOf, leadMonths = LEAD, threshold = THRESHOLD } = request
  const tooShort: string[] = []
  const peaks = categories.flatMap(({ id, series }) => {
    const { first, values } = monthsBefore(series, asOf)
    if (values.length < 13) {
      tooShort.push(id)
      return []
    }
    const season = seasonByMonth(first, values, threshold)
    const growth = growthOf(values)
    return runsAhead(season, countOf(asOf) + 1, threshold).map((run) =>
      peakOf({ id, run, season, growth, asOf, leadMonths }),
    )
  })
  peaks.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : b.index - a.index))
  return { peaks, tooShort }
}

function peakOf(found: {
  id: string
  run: readonly number[]
  season: readonly (MonthSeason | null)[]
  growth: number | null
  asOf: BusinessDay
  leadMonths: { least: number; most: number }
}): OutlookPeak {
  const { id, run, season, growth, asOf, leadMonths } = found
  const at = (month: number): MonthSeason => season[month % 12] ?? { index: 0, above: 0, seen: 0 }
  const top = run.reduce((best, month) => (at(month).index > at(best).index ? month : best))
  const from = monthOf(run[0] ?? top)
  const researchFrom = shiftMonths(from, -leadMonths.most)
  const decideBy = shiftMonths(from, -leadMonths.least)
  const { index, above, seen } = at(top)
  return {
    categoryId: id,
    from,
    to: monthOf(run.at(-1) ?? top),
    month: monthOf(top),
    index,
    years: { above, seen },
    growth,
    leadDays: daysBetween(asOf, from),
    researchFrom,
    decideBy,
    status: asOf > decideBy ? 'late' : asOf < researchFrom ? 'watch' : 'research',
  }
}
