import type { Comparison } from '@zhanggui/contract'
import { addDays, daysBetween, isDay, monthsBefore, startOfMonth, startOfYear } from './day-arithmetic.ts'

/** Business days, half-open: `from` counts, `to` does not. */
export type DayRange = { from: string; to: string }

export const PRESETS = ['last7', 'last30', 'last90', 'last365', 'month', 'year', 'all'] as const
export type Preset = (typeof PRESETS)[number]
export const DEFAULT_PRESET: Preset = 'last30'

export const COMPARE_CHOICES = ['previous', 'yoy', 'campaignDay', 'lunar', 'none'] as const satisfies readonly (
  | Comparison
  | 'none'
)[]
export type CompareChoice = (typeof COMPARE_CHOICES)[number]

/**
 * A rolling preset in days. It ends with the last day that has data, not with today: a shop whose files end in 2011 opens on
 * its own last month instead of on emptiness.
 */
export function presetRange(preset: Preset, data: DayRange): DayRange {
  const { to } = data
  const lastDay = addDays(to, -1)
  switch (preset) {
    case 'last7':
      return { from: addDays(to, -7), to }
    case 'last30':
      return { from: addDays(to, -30), to }
    case 'last90':
      return { from: addDays(to, -90), to }
    case 'last365':
      return { from: monthsBefore(to, 12), to }
    case 'month':
      return { from: startOfMonth(lastDay), to }
    case 'year':
      return { from: startOfYear(lastDay), to }
    case 'all':
      return data
  }
}

/** What the URL says about range and comparison: fixed days (`from`, `to`) or a rolling preset (`range`). */
export type RangeChoice = { kind: 'days'; days: DayRange } | { kind: 'preset'; preset: Preset }

/** Anything the URL says wrongly becomes the default, so that an old link still opens. */
export function readRange(search: URLSearchParams): RangeChoice {
  const [from, to] = [search.get('from'), search.get('to')]
  if (isDay(from) && isDay(to) && from < to) return { kind: 'days', days: { from, to } }
  const preset = PRESETS.find((known) => known === search.get('range')) ?? DEFAULT_PRESET
  return { kind: 'preset', preset }
}

export const readCompare = (search: URLSearchParams): CompareChoice =>
  COMPARE_CHOICES.find((known) => known === search.get('compare')) ?? 'previous'

/** Parts of the URL that every page of a shop shares; navigation carries them along. */
export const SHARED_PARAMS = ['range', 'from', 'to', 'compare'] as const

export function sharedSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of SHARED_PARAMS) {
    const value = search.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept.size === 0 ? '' : `?${kept}`
}

/**
 * The grain whose points a chart can show without crowding: hours of a day or two, days up to four months, then coarser.
 * `byHour` is false for figures that exist by the day only, such as refunds.
 */
export function fittingGrain(range: DayRange, byHour: boolean): 'hour' | 'day' | 'week' | 'month' {
  const days = daysBetween(range.from, range.to)
  if (days <= 2 && byHour) return 'hour'
  if (days <= 120) return 'day'
  return days <= 550 ? 'week' : 'month'
}
