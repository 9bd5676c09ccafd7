import { groupSums } from '@zhanggui/goals'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

/** Fractions that are sums of many floats may be off by a hair; whole units may not. */
const TINY = 1e-6

function* openSums({ goalTree, metrics, goals }: PlanView) {
  if (!goalTree) return
  // A sum that is crossed repeats what its declared sums say already.
  for (const { parent, axis, crossed, gap, sum, target, blanks } of groupSums(goalTree)) {
    const goal = goals.get(parent)
    if (!goal || crossed || gap === null || target === null || blanks.length > 0 || Math.abs(gap) <= TINY) continue
    const unit = metrics.get(goal.metric)?.unit
    yield atGoal(goal, 'target', {
      goal: goalName(goal),
      axis,
      target,
      sum,
      gap,
      targetText: valueText(unit, target),
      sumText: valueText(unit, sum),
      gapText: valueText(unit, Math.abs(gap)),
      sense: gap > 0 ? '未分配' : '多分配',
      senseEn: gap > 0 ? 'not given out' : 'given out twice',
    })
  }
}

export const goalSumDiffers = defineRule({
  id: 'goal-sum-differs',
  level: 'error',
  rows: ['P2.23', 'P2.01', 'P2.02'],
  find: openSums,
  messageZh: (f) => `“${f.goal}”为 ${f.targetText}，下级合计 ${f.sumText}，${f.sense} ${f.gapText}`,
  messageEn: (f) => `"${f.goal}" is ${f.targetText}; its parts add up to ${f.sumText}: ${f.gapText} ${f.senseEn}`,
  suggestionZh: '在目标页点“配平”，或改上级目标',
  suggestionEn: 'Reconcile on the goals page, or change the whole',
})
