import { atStage } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const stageMetricUnknown = defineRule({
  id: 'stage-metric-unknown',
  level: 'error',
  rows: ['P2.15', 'P16.10'],
  find: ({ plan, metrics }) =>
    plan.stages.flatMap((stage) =>
      stage.criteria
        .filter(({ metric }) => !metrics.has(metric))
        .map(({ metric }) => atStage(stage, 'criteria', { stage: stage.name, metric })),
    ),
  messageZh: (f) => `阶段“${f.stage}”的条件用了不存在的指标“${f.metric}”`,
  messageEn: (f) => `A criterion of the stage "${f.stage}" uses "${f.metric}", which is no metric`,
  suggestionZh: '从指标词典选择',
  suggestionEn: 'Choose a metric of the dictionary',
})
