import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { type CampaignPhase, type DatedSpan, datedSpans } from './campaign-plan.ts'

/** One day of the market: what its date alone decides. */
export type DayMood = {
  day: BusinessDay
  index: number
  /** UTC milliseconds of the business day's midnight in Shanghai. */
  startMs: number
  traffic: number
  urgency: number
  cartPull: number
  price: number
  /** Campaign id, empty on ordinary days and in lulls. */
  campaign: string
  phase: CampaignPhase | 'ordinary'
  /** Index of the day on which a presale order's balance is due; null when nothing is on presale. */
  balanceIndex: number | null
  /** Weekday and long-term growth together; 1 is a mid-week day at the start. */
  rhythm: number
  yearShare: number
}

/** Sunday first. */
export const WEEKDAY_FACTORS: readonly number[] = [1.05, 1, 1.02, 1.02, 1, 0.94, 0.97]
export const GROWTH_PER_YEAR = 0.16
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const TRADING_PHASES: ReadonlySet<string> = new Set(['presale', 'preheat', 'burst', 'between', 'encore'])

function moodOf(day: BusinessDay, index: number, spans: readonly DatedSpan[]): DayMood {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const active = spans.filter((s) => s.fromDay <= day && day <= s.toDay)
  const product = (of: (s: DatedSpan) => number): number => active.reduce((all, s) => all * of(s), 1)
  const trading = active.find((s) => TRADING_PHASES.has(s.phase))
  const balanceDay = trading?.balance === undefined ? null : addDays(trading.fromDay, trading.balance - trading.from)
  const weekday = WEEKDAY_FACTORS[new Date(utc).getUTCDay()] ?? 1
  return {
    day,
    index,
    startMs: utc - SHANGHAI_OFFSET_MS,
    traffic: product((s) => s.traffic),
    urgency: product((s) => s.urgency),
    cartPull: product((s) => s.cartPull),
    price: product((s) => s.price),
    campaign: trading?.campaign ?? '',
    phase: trading?.phase ?? active[0]?.phase ?? 'ordinary',
    balanceIndex: balanceDay === null ? null : index + daysBetween(day, balanceDay),
    rhythm: weekday * (1 + GROWTH_PER_YEAR) ** (index / 365),
    yearShare: daysBetween(`${day.slice(0, 4)}-01-01` as BusinessDay, day) / 365,
  }
}

/** The moods of all days from `from` to `until`, both counted. */
export function dayMoods(from: BusinessDay, until: BusinessDay): DayMood[] {
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, i) => firstYear + i)
  const spans = datedSpans(years)
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, i) => moodOf(addDays(from, i), i, spans))
}
