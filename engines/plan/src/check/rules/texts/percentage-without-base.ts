import { findBarePercentages } from '../../../scan/bare-percentages.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

const bare = (text: string): { quote: string }[] =>
  findBarePercentages(text).map(({ quote }) => ({ quote: quoted(quote) }))

/** "Promotion cost 10–15 %" and "reach 80 %": of what is asked, never guessed (X05). Chapters argue; cells and names set figures. */
export const percentageWithoutBase = defineRule({
  id: 'percentage-without-base',
  level: 'warning',
  rows: ['X05', 'P2.23', 'P4.06'],
  find: (view) => inTexts(view, bare, ({ kind, at }) => kind === 'cell' || at.part === 'goals' || at.part === 'stages'),
  messageZh: ({ quote }) => `百分比没有写明基数：${quote}`,
  messageEn: ({ quote }) => `The percentage does not say of what: ${quote}`,
  suggestionZh: '写明是占什么的比例，或与什么相比，例如“占当期销售额的 10–15%”',
  suggestionEn: 'Say of what it is a share, or what it is compared with, e.g. "10–15 % of sales of the quarter"',
})
