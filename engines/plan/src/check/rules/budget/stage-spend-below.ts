import { defineRule } from '../../rule.ts'
import { stageFindings } from '../../stage-findings.ts'
import { percent } from '../../words.ts'

export const stageSpendBelow = defineRule({
  id: 'stage-spend-below',
  level: 'warning',
  rows: ['P4.06'],
  find: (view) => stageFindings(view, 'below_band'),
  messageZh: (f) => `“${f.stage}”推广占比 ${percent(f.shareBp ?? 0)}，低于下限 ${percent(f.minBp)}`,
  messageEn: (f) => `Paid spend in "${f.stage}" is ${percent(f.shareBp ?? 0)}, below ${percent(f.minBp)}`,
  suggestionZh: '补足该阶段投放，或调整区间',
  suggestionEn: 'Add to the spend of the stage, or change the band',
})
