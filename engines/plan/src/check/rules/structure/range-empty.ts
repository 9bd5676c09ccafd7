import { structureRule } from '../../structure-rule.ts'

export const rangeEmpty = structureRule({
  id: 'range-empty',
  code: 'empty_range',
  level: 'error',
  rows: ['P16.15', 'P3.12'],
  suggestionZh: '检查两个日期是否写反',
  suggestionEn: 'See whether the two days were swapped',
})
