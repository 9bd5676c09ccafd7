import { addsUpOver, cellKey, cellScope, type Goal, type Metrics, type PeriodEnd } from '@zhanggui/goals'
import { periodDays } from '@zhanggui/kernel'
import { toCome } from './expected-end.ts'
import type { Judging } from './judging.ts'
import { overlapKey } from './people-overlap.ts'
import { shareKey } from './recent-shares.ts'

export type CountEnd = { came: number; end: PeriodEnd; method: 'forecast' | 'share' }

/** Goals whose figures add up over days, so that what came and what comes make the whole. */
export function addsUp(goal: Goal, metrics: Metrics): boolean {
  const metric = metrics.get(goal.metric)
  return metric !== undefined && addsUpOver(metric, 'period', cellScope(goal))
}

/** People are counted once, however often they come: their days do not add up. */
export const countsPeople = (goal: Goal, metrics: Metrics): boolean =>
  metrics.get(goal.metric)?.kind === 'distinct' && !addsUp(goal, metrics)

export const actualOf = (figures: Judging['figures'], goal: Goal): number | null =>
  figures.get(cellKey(goal.metric, goal.period, cellScope(goal))) ?? null

const times = ({ mean, lower, upper }: PeriodEnd, by: number): PeriodEnd => ({
  mean: mean * by,
  lower: lower * by,
  upper: upper * by,
})

/**
 * What a sum or a count of people is heading for: what came, and the forecast of the days to come; of people only those whom the
 * period has not seen. Null where either is not known.
 */
export function countEnd(goal: Goal, judging: Judging, metrics: Metrics): CountEnd | null {
  const { asOf, figures, lines, shares, overlaps } = judging
  const people = countsPeople(goal, metrics)
  if (!people && !addsUp(goal, metrics)) return null
  const overlap = people ? (overlaps.get(overlapKey(goal)) ?? null) : 1
  const came = actualOf(figures, goal)
  const rest = toCome(lines, goal, people ? null : (shares.get(shareKey(goal)) ?? null))
  if (!rest || overlap === null || (came === null && periodDays(goal.period).from < asOf)) return null
  const { mean, lower, upper } = times(rest.end, overlap)
  const known = came ?? 0
  return { came: known, end: { mean: known + mean, lower: known + lower, upper: known + upper }, method: rest.method }
}
