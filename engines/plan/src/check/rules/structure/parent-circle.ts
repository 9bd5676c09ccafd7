import { structureRule } from '../../structure-rule.ts'

export const parentCircle = structureRule({
  id: 'parent-circle',
  code: 'parent_cycle',
  level: 'error',
  rows: ['P16.15', 'P2.01'],
  suggestionZh: '把圈里的一项移到别处',
  suggestionEn: 'Move one of them elsewhere',
})
