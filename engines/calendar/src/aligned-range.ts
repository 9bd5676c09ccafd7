import { addDays, type BusinessDay, daysBetween, isBusinessDay, parseDay } from '@zhanggui/kernel'
import { lunarFestivalDay, nearestLunarFestival } from './lunar-festivals.ts'
import type { Occasion, OccasionRule } from './occasions/occasion.ts'
import { occasionInYear, occasionsBetween } from './occasions/occasions-between.ts'
import { TMALL_OCCASIONS } from './occasions/tmall-occasions.ts'

/** Half-open business days. */
export type DayRange = { from: BusinessDay; to: BusinessDay }

/** The same calendar day some years away; 29 February becomes 28 February in a common year. */
export function addYears(day: BusinessDay, years: number): BusinessDay {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const same = `${year}${day.slice(4)}`
  return isBusinessDay(same) ? same : parseDay(`${year}-02-28`)
}

/** The same day of the month some months away, cut to the month's length. */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const first = parseDay(
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`,
  )
  const length = daysBetween(first, addDays(first, 31)) - Number(addDays(first, 31).slice(8)) + 1
  return addDays(first, Math.min(Number(day.slice(8)), length) - 1)
}

const isMonthStart = (day: BusinessDay): boolean => day.endsWith('-01')

/** The period just before: whole months step by months (环比 of March is February), anything else by its length in days. */
export function previousRange({ from, to }: DayRange): DayRange {
  if (isMonthStart(from) && isMonthStart(to)) {
    const index = (day: BusinessDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    return { from: addMonths(from, index(from) - index(to)), to: from }
  }
  return { from: addDays(from, -daysBetween(from, to)), to: from }
}

export const lastYearRange = ({ from, to }: DayRange): DayRange => ({ from: addYears(from, -1), to: addYears(to, -1) })

const shift = ({ from, to }: DayRange, days: number): DayRange => ({ from: addDays(from, days), to: addDays(to, days) })

/** The occasion with most days in the range, the heavier on a tie. */
function mainOccasion({ from, to }: DayRange, rules: readonly OccasionRule[]): Occasion | null {
  const overlap = (o: Occasion): number => daysBetween(o.from > from ? o.from : from, o.to < to ? o.to : to)
  return occasionsBetween(from, to, rules).sort((a, b) => overlap(b) - overlap(a) || b.weight - a.weight)[0] ?? null
}

/**
 * The range that stood at the same campaign days of the same occasion a year earlier; null when the range holds no
 * campaign day or the occasion did not exist. The range moves as a whole, so a day keeps its distance from the main day.
 */
export function campaignAlignedRange(range: DayRange, rules = TMALL_OCCASIONS): DayRange | null {
  const occasion = mainOccasion(range, rules)
  const rule = rules.find((r) => r.id === occasion?.id)
  const before = occasion && rule ? occasionInYear(rule, occasion.year - 1) : null
  return occasion && before ? shift(range, daysBetween(occasion.mainDay, before.mainDay)) : null
}

/**
 * The range at the same distance from the same lunar festival a lunar year earlier. The festival nearest to the middle of
 * the range leads (Spring Festival from November to March), and the range moves as a whole.
 */
export function lunarAlignedRange(range: DayRange): DayRange {
  const middle = addDays(range.from, Math.floor(daysBetween(range.from, range.to) / 2))
  const { id, year } = nearestLunarFestival(middle)
  return shift(range, daysBetween(lunarFestivalDay(id, year), lunarFestivalDay(id, year - 1)))
}
