import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const IN_DAYS = /周转率[^，,。；;\n]{0,10}?(\d{1,4})\s*天/g

/** A rate has no days: either turns a year or days of cover (X13). */
export const turnoverRateInDays = defineRule({
  id: 'turnover-rate-in-days',
  level: 'warning',
  rows: ['X13', 'P5.12'],
  find: (view) =>
    inTexts(view, (text) => Array.from(text.matchAll(IN_DAYS), (m) => ({ quote: m[0], days: Number(m[1]) }))),
  messageZh: ({ quote }) => `“${quote}”：周转率不以天计`,
  messageEn: ({ quote }) => `"${quote}": a turnover rate is not given in days`,
  suggestionZh: '改为“库存周转天数 ≤ N 天”，或写每年周转次数',
  suggestionEn: 'Write stock cover in days, or turns a year',
})
