import { atPlan } from '../../places.ts'
import { assumptionsOf } from '../../plan-assumptions.ts'
import { defineRule } from '../../rule.ts'

export const assumptionContradicted = defineRule({
  id: 'assumption-contradicted',
  level: 'warning',
  rows: ['P1.08'],
  find: (view) =>
    assumptionsOf(view).flatMap(({ title, contradiction }) =>
      contradiction !== null ? [atPlan('assumptions', { title, contradiction })] : [],
    ),
  messageZh: ({ title, contradiction }) => `市场假设“${title}”与本店数据不符：${contradiction}`,
  messageEn: ({ title, contradiction }) => `The shop's data contradicts the assumption "${title}": ${contradiction}`,
  suggestionZh: '以本店数据为准，调整依赖它的目标',
  suggestionEn: "Follow the shop's data and adjust the goals that rest on it",
})
