import { type Goal, scopeKey } from '@zhanggui/goals'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

const cellOf = ({ metric, period, scope }: Goal): string => `${metric}|${period}|${scopeKey(scope)}`

function* contradictions({ plan, metrics }: PlanView) {
  const cells = Map.groupBy(
    plan.goals.filter((goal) => goal.target !== null),
    cellOf,
  )
  for (const goals of cells.values()) {
    const of = (set: Goal['set']): Goal | undefined => goals.find((goal) => goal.set === set)
    const [all, promo, daily] = [of('all'), of('promo'), of('daily')]
    if (!all || !promo || !daily || metrics.get(all.metric)?.kind !== 'additive') continue
    const isFamily = promo.parentId === all.id && daily.parentId === all.id
    const sum = (promo.target ?? 0) + (daily.target ?? 0)
    const unit = metrics.get(all.metric)?.unit
    if (!isFamily && sum !== all.target)
      yield atGoal(all, 'target', {
        goal: goalName(all),
        all: valueText(unit, all.target ?? 0),
        sum: valueText(unit, sum),
      })
  }
}

/** Promotion days and ordinary days are all days (P2.10). Where they hang under the whole, its sum says so. */
export const goalSetsDoNotAdd = defineRule({
  id: 'goal-sets-do-not-add',
  level: 'error',
  rows: ['P2.10', 'P2.23'],
  find: contradictions,
  messageZh: (f) => `“${f.goal}”全部为 ${f.all}，大促与日常之和为 ${f.sum}`,
  messageEn: (f) => `"${f.goal}" is ${f.all} in all; promotion and daily targets add up to ${f.sum}`,
  suggestionZh: '调整大促或日常目标，使两者之和等于全部',
  suggestionEn: 'Adjust the two so that they add up to the whole',
})
