import { structureRule } from '../../structure-rule.ts'

export const parentUnknown = structureRule({
  id: 'parent-unknown',
  code: 'unknown_parent',
  level: 'error',
  rows: ['P16.15', 'P2.01'],
  suggestionZh: '选择一个存在的上级，或放到最上层',
  suggestionEn: 'Choose a parent that exists, or put it at the top',
})
