import { scopeKey } from '@zhanggui/goals'
import { periodGrain } from '@zhanggui/kernel'
import { hasDays } from '../../days-of.ts'
import { atGoal } from '../../places.ts'
import type { ObservedRange } from '../../plan-facts.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

/** How many times the highest value, or what part of the lowest, is still believed. Source: own default. */
const BELIEVED_TIMES = 2

const isOutside = (target: number, { low, high }: ObservedRange): boolean =>
  target > high * BELIEVED_TIMES || target < low / BELIEVED_TIMES

function* outside({ plan, facts, metrics }: PlanView) {
  const ranges = new Map(facts.observed.map((r) => [`${r.metric}|${r.grain}|${scopeKey(r.scope)}`, r]))
  for (const goal of plan.goals) {
    const { target, metric, period, scope } = goal
    const unit = metrics.get(metric)?.unit
    // A negative figure or 5 for 5 % is told as what it is.
    if (target === null || !hasDays(period) || target < 0 || (unit === 'ratio' && target > 1)) continue
    const range = ranges.get(`${metric}|${periodGrain(period)}|${scopeKey(scope)}`)
    if (!range || range.low < 0 || !isOutside(target, range)) continue
    const [low, high] = [valueText(unit, range.low), valueText(unit, range.high)]
    yield atGoal(goal, 'target', { goal: goalName(goal), period, target: valueText(unit, target), low, high })
  }
}

/** More than twice the highest, or less than half the lowest value that the shop has shown (P2.23). */
export const goalOutsideObserved = defineRule({
  id: 'goal-outside-observed',
  level: 'warning',
  rows: ['P2.23'],
  find: outside,
  messageZh: (f) => `“${f.goal}”（${f.period}）目标 ${f.target}，远超出上年实际范围 ${f.low} 至 ${f.high}`,
  messageEn: (f) => `"${f.goal}" (${f.period}) is ${f.target}; last year it lay between ${f.low} and ${f.high}`,
  suggestionZh: '核对单位和小数点；确有把握时写明依据并确认',
  suggestionEn: 'Check unit and decimal point; if it is meant, say why and accept the warning',
})
