import { atStage } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const stageCriteriaMissing = defineRule({
  id: 'stage-criteria-missing',
  level: 'warning',
  rows: ['P2.15'],
  find: ({ plan }) =>
    plan.stages
      .filter(({ criteria }) => criteria.length === 0)
      .map((stage) => atStage(stage, 'criteria', { stage: stage.name })),
  messageZh: ({ stage }) => `阶段“${stage}”没有写达到什么条件才进入下一阶段`,
  messageEn: ({ stage }) => `The stage "${stage}" has no criteria for its gate`,
  suggestionZh: '至少写一条指标与数值',
  suggestionEn: 'Set one metric and its value at least',
})
