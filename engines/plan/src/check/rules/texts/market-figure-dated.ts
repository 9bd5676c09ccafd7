import { sentencesOf } from '../../../scan/sentences.ts'
import { atText } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

const MARKET = /市场规模|行业(?:规模|增速|均值|平均|大盘)|用户规模|网民|渗透率|大盘|市场份额|人均消费/
const YEAR = /(20\d\d)\s*年/g

/** The newest year that a sentence about the market names; null when it names none. */
const yearOf = (sentence: string): number | null => {
  const years = Array.from(sentence.matchAll(YEAR), (m) => Number(m[1]))
  return MARKET.test(sentence) && years.length > 0 ? Math.max(...years) : null
}

function* dated({ texts, plan }: PlanView) {
  for (const text of texts.filter(({ kind }) => kind === 'chapter'))
    for (const { text: sentence } of sentencesOf(text.text)) {
      const year = yearOf(sentence)
      if (year !== null && year < plan.year - 1) yield atText(text, { year, quote: quoted(sentence) })
    }
}

/** A market figure of two years ago needs a date and an expiry (X16). */
export const marketFigureDated = defineRule({
  id: 'market-figure-dated',
  level: 'warning',
  rows: ['X16', 'P1.08'],
  find: dated,
  messageZh: (f) => `市场数据是 ${f.year} 年的，可能已过时：${f.quote}`,
  messageEn: (f) => `The market figure is of ${f.year} and may be out of date: ${f.quote}`,
  suggestionZh: '更新数据，或登记为有来源、日期和有效期的市场假设',
  suggestionEn: 'Renew it, or register it as an assumption with source, date and expiry',
})
