import { sameFigure } from '@zhanggui/goals'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** Siblings of one parent are told as counted twice; here are goals that stand apart and mean the same figure. */
function* repeated({ goalTree, goalFaults }: PlanView) {
  if (!goalTree) return
  const told = new Set(goalFaults.filter((f) => f.code === 'double_counting').map((f) => f.goal))
  for (const [first, ...others] of sameFigure(goalTree))
    for (const goal of others)
      if (first && !told.has(goal.id))
        yield atGoal(goal, 'metric', { goal: goalName(goal), first: goalName(first), firstId: first.id })
}

export const goalRepeated = defineRule({
  id: 'goal-repeated',
  level: 'warning',
  rows: ['P2.23'],
  find: repeated,
  messageZh: (f) => `“${f.goal}”与“${f.first}”是同一指标、期间和范围的目标`,
  messageEn: (f) => `"${f.goal}" and "${f.first}" set a target on the same figure`,
  suggestionZh: '保留一个',
  suggestionEn: 'Keep one of them',
})
