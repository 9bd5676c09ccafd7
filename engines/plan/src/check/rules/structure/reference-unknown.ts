import { structureRule } from '../../structure-rule.ts'

export const referenceUnknown = structureRule({
  id: 'reference-unknown',
  code: 'unknown_reference',
  level: 'error',
  rows: ['P16.15', 'P3.22'],
  suggestionZh: '改为存在的任务或日历项，或清空',
  suggestionEn: 'Point at a task or calendar entry that exists, or clear it',
})
