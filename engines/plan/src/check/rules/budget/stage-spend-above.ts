import { defineRule } from '../../rule.ts'
import { stageFindings } from '../../stage-findings.ts'
import { percent } from '../../words.ts'

export const stageSpendAbove = defineRule({
  id: 'stage-spend-above',
  level: 'warning',
  rows: ['P4.06'],
  find: (view) => stageFindings(view, 'above_band'),
  messageZh: (f) => `“${f.stage}”推广占比 ${percent(f.shareBp ?? 0)}，高于上限 ${percent(f.maxBp)}`,
  messageEn: (f) => `Paid spend in "${f.stage}" is ${percent(f.shareBp ?? 0)}, above ${percent(f.maxBp)}`,
  suggestionZh: '减少该阶段投放，或调整区间',
  suggestionEn: 'Cut the spend of the stage, or change the band',
})
