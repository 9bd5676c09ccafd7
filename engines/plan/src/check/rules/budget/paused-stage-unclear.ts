import { defineRule } from '../../rule.ts'
import { stageFindings } from '../../stage-findings.ts'

/** A line over the whole year hides whether it spends in the paused months. */
export const pausedStageUnclear = defineRule({
  id: 'paused-stage-unclear',
  level: 'warning',
  rows: ['P4.06'],
  find: (view) => stageFindings(view, 'spans_paused'),
  messageZh: (f) => `“${f.line}”跨过暂停阶段“${f.stage}”，看不出暂停期是否投放`,
  messageEn: (f) => `"${f.line}" spans the paused stage "${f.stage}": whether it spends in it cannot be seen`,
  suggestionZh: '按月或按季拆开，暂停期写 0',
  suggestionEn: 'Split it by month or quarter, with nothing in the paused one',
})
