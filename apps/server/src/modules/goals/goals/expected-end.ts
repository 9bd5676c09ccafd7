import { cellScope, type Goal, type PeriodEnd, sumInterval } from '@zhanggui/goals'
import { addDays, type BusinessDay, daysBetween, periodDays } from '@zhanggui/kernel'
import { type ForecastLine, type ForecastLines, lineKey } from './forecast-lines.ts'

/** What is still to come of a goal's period, and how that was found. */
export type ToCome = { end: PeriodEnd; method: 'forecast' | 'share' }

/** Places of the line's days that lie in the goal's period. */
function placesIn({ from, days }: ForecastLine, goal: Pick<Goal, 'period'>): number[] {
  const span = periodDays(goal.period)
  const first = Math.max(0, daysBetween(from, span.from))
  const last = Math.min(days.length, daysBetween(from, span.to))
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
}

const scaled = ({ mean, lower, upper }: PeriodEnd, by: number): PeriodEnd => ({
  mean: mean * by,
  lower: lower * by,
  upper: upper * by,
})

/**
 * The rest of a goal's period by its own forecast, or by the whole shop's in proportion to what the scope was of it lately.
 * Null without either, or where the forecast ends before the period does.
 */
export function toCome(
  lines: ForecastLines,
  goal: Pick<Goal, 'metric' | 'period' | 'scope' | 'set'>,
  recentShare: number | null,
): ToCome | null {
  const own = lines.get(lineKey(goal.metric, cellScope(goal)))
  const line = own ?? lines.get(lineKey(goal.metric, {}))
  if (!line || reachOf(line) < periodDays(goal.period).to) return null
  const sum = sumInterval(line.days, placesIn(line, goal), line.whole)
  if (own) return { end: sum, method: 'forecast' }
  return recentShare === null ? null : { end: scaled(sum, recentShare), method: 'share' }
}

const reachOf = ({ from, days }: ForecastLine): BusinessDay => addDays(from, days.length)
