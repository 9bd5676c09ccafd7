import { blankParts } from '../../blank-parts.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** A target that is still "X" (P2.06): it is unset, never zero, and the plan cannot be signed. Blank months have their own rule. */
export const goalUnset = defineRule({
  id: 'goal-unset',
  level: 'error',
  rows: ['P2.06', 'P2.23', 'X05'],
  find: ({ plan }) => {
    const blanks = new Set(blankParts(plan).flatMap((part) => part.blanks))
    return plan.goals
      .filter((goal) => goal.target === null && !blanks.has(goal))
      .map((goal) => atGoal(goal, 'target', { goal: goalName(goal), period: goal.period }))
  },
  messageZh: ({ goal, period }) => `目标“${goal}”（${period}）还没有填写数值`,
  messageEn: ({ goal, period }) => `Goal "${goal}" (${period}) has no target yet`,
  suggestionZh: '填写目标值；暂时定不下来的目标请删除，不要留 X',
  suggestionEn: 'Enter the target, or remove the goal until it can be set',
})
