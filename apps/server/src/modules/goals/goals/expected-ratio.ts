import type { Goal, Metrics } from '@zhanggui/goals'
import { addsUp, countEnd, countsPeople } from './count-end.ts'
import type { Judging } from './judging.ts'

/** The goal's numerator and denominator as goals of their own, where both can be forecast: sums, or counts of people. */
export function ratioParts(goal: Goal, metrics: Metrics): Goal[] {
  const { numerator = null, denominator = null } = metrics.get(goal.metric) ?? {}
  const parts = [numerator, denominator].flatMap((id) => (id === null ? [] : [{ ...goal, metric: id }]))
  const known = parts.every((part) => addsUp(part, metrics) || countsPeople(part, metrics))
  return parts.length === 2 && known ? parts : []
}

/**
 * The ratio at the period's end from the forecasts of its two parts: marketing spend ÷ GMV (P2.05), buyers ÷ visitors. Null where
 * the parts cannot be forecast. What the ratio is multiplied by (per thousand) is taken from the figure to date.
 */
export function expectedRatio(goal: Goal, actual: number | null, judging: Judging, metrics: Metrics): number | null {
  const [over, under] = ratioParts(goal, metrics).map((part) => countEnd(part, judging, metrics))
  if (!over || !under || under.end.mean === 0) return null
  const times = actual !== null && over.came > 0 && under.came > 0 ? actual / (over.came / under.came) : 1
  return (times * over.end.mean) / under.end.mean
}
