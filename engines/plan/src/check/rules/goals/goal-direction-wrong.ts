import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

const ZH = { atLeast: '不低于', atMost: '不高于' } as const

export const goalDirectionWrong = defineRule({
  id: 'goal-direction-wrong',
  level: 'error',
  rows: ['P2.23', 'P2.01'],
  find: ({ plan, metrics }) =>
    plan.goals.flatMap((goal) => {
      const better = metrics.get(goal.metric)?.higherIsBetter ?? null
      if (better === null || better === (goal.direction === 'atLeast')) return []
      return [atGoal(goal, 'direction', { goal: goalName(goal), direction: goal.direction, zh: ZH[goal.direction] })]
    }),
  messageZh: (f) => `“${f.goal}”的方向“${f.zh}”与指标相反`,
  messageEn: (f) => `"${f.goal}" says ${f.direction}, against the sense of its metric`,
  suggestionZh: '改成另一个方向',
  suggestionEn: 'Turn the direction round',
})
