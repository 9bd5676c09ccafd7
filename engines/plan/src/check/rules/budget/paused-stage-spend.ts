import { defineRule } from '../../rule.ts'
import { stageFindings } from '../../stage-findings.ts'

export const pausedStageSpend = defineRule({
  id: 'paused-stage-spend',
  level: 'error',
  rows: ['P4.06', 'X23'],
  find: (view) => stageFindings(view, 'paused_spend'),
  messageZh: (f) => `“${f.line}”在暂停阶段“${f.stage}”里有投放`,
  messageEn: (f) => `"${f.line}" spends in the paused stage "${f.stage}"`,
  suggestionZh: '移到后面的月份，或申请例外并写明理由',
  suggestionEn: 'Move it to a later month, or ask for an override with its reason',
})
