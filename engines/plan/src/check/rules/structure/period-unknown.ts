import { structureRule } from '../../structure-rule.ts'

export const periodUnknown = structureRule({
  id: 'period-unknown',
  code: 'no_such_period',
  level: 'error',
  rows: ['P16.15'],
  suggestionZh: '改为存在的年、季、月或日',
  suggestionEn: 'Write an existing year, quarter, month or day',
})
