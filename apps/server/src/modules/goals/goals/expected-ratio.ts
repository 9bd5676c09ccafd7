import { addsUpOver, cellKey, cellScope, type Goal, type Metrics } from '@zhanggui/goals'
import { periodDays } from '@zhanggui/kernel'
import { toCome } from './expected-end.ts'
import type { Judging } from './read-attainment.ts'
import { shareKey } from './recent-shares.ts'

/** The goal's numerator and denominator as goals of their own, where both are metrics that add up over days. */
export function ratioParts(goal: Goal, metrics: Metrics): Goal[] {
  const { numerator = null, denominator = null } = metrics.get(goal.metric) ?? {}
  const parts = [numerator, denominator].map((id) => (id === null ? undefined : metrics.get(id)))
  if (!parts.every((m) => m !== undefined && addsUpOver(m, 'period', cellScope(goal)))) return []
  return parts.map((m) => ({ ...goal, metric: m?.id ?? '' }))
}

/** To date and what comes, of one part; null while either is not known. */
function expectedPart(part: Goal, { asOf, figures, lines, shares }: Judging): { came: number; whole: number } | null {
  const came = figures.get(cellKey(part.metric, part.period, cellScope(part))) ?? null
  const rest = toCome(lines, part, shares.get(shareKey(part)) ?? null)
  if (!rest || (came === null && periodDays(part.period).from < asOf)) return null
  return { came: came ?? 0, whole: (came ?? 0) + rest.end.mean }
}

/**
 * The ratio at the period's end from the forecasts of its two parts: marketing spend ÷ GMV (P2.05). Null where the parts
 * cannot be forecast. What the ratio is multiplied by (per thousand) is taken from the figure to date.
 */
export function expectedRatio(goal: Goal, actual: number | null, judging: Judging, metrics: Metrics): number | null {
  const [over, under] = ratioParts(goal, metrics).map((part) => expectedPart(part, judging))
  if (!over || !under || under.whole === 0) return null
  const times = actual !== null && over.came > 0 && under.came > 0 ? actual / (over.came / under.came) : 1
  return (times * over.whole) / under.whole
}
