import type { Goal } from '@zhanggui/goals'
import { periodDays, periodHolds } from '@zhanggui/kernel'
import type { OwnMeasure } from '@zhanggui/plan'

/**
 * The figure of a goal on a measure that people enter: entries within the goal's period added up where the measure adds up,
 * else the newest. Null without an entry.
 */
export function enteredFigure(goal: Goal, measures: readonly OwnMeasure[]): number | null {
  const measure = measures.find((m) => m.id === goal.metric)
  const entries = (measure?.actuals ?? []).filter((a) => periodHolds(goal.period, a.period))
  if (!measure || entries.length === 0) return null
  if (measure.kind === 'additive') return entries.reduce((sum, e) => sum + e.value, 0)
  const newest = entries.toSorted((a, b) => (periodDays(a.period).to < periodDays(b.period).to ? -1 : 1)).at(-1)
  return newest?.value ?? null
}
