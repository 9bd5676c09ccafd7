import { structureRule } from '../../structure-rule.ts'

export const idRepeated = structureRule({
  id: 'id-repeated',
  code: 'duplicate_id',
  level: 'error',
  rows: ['P16.15'],
  suggestionZh: '给其中一项换一个编号',
  suggestionEn: 'Give one of them another id',
})
