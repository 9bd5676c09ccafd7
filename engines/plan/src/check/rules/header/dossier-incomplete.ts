import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const dossierIncomplete = defineRule({
  id: 'dossier-incomplete',
  level: 'error',
  rows: ['P16.02'],
  find: ({ facts: { dossier } }) =>
    dossier && dossier.missing.length > 0
      ? [atPlan(null, { missing: dossier.missing.join('、'), count: dossier.missing.length })]
      : [],
  messageZh: ({ missing, count }) => `商家档案还缺 ${count} 项：${missing}`,
  messageEn: ({ missing, count }) => `The merchant dossier lacks ${count} fields: ${missing}`,
  suggestionZh: '在“商家档案”中补齐后再启动计划',
  suggestionEn: 'Complete the merchant dossier before the plan starts',
})
