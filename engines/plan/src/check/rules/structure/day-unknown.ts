import { structureRule } from '../../structure-rule.ts'

export const dayUnknown = structureRule({
  id: 'day-unknown',
  code: 'no_such_day',
  level: 'error',
  rows: ['P16.15'],
  suggestionZh: '改为日历上存在的日期',
  suggestionEn: 'Write a day that exists',
})
