import { foldWidth } from '@zhanggui/text'

/** A percentage in a clause that does not say of what it is one. */
export type BarePercentage = { quote: string; start: number }

const PERCENTAGE = /\d+(?:\.\d+)?\s*(?:%|‰)?\s*(?:-|~|至|到|—|–)?\s*\d*(?:\.\d+)?\s*(?:%|‰)/g
/** Words that give a share its whole, or a change its beginning. A named rate (转化率) carries its own. */
const BASE =
  /占|之|÷|\/|同比|环比|较|比(?!例|重)|相对|基于|按|以.{1,10}(?:为|计)|从|由|在.{1,10}(?:基础|以上|以内)|率|折|增长|提升|提高|增加|上升|下降|降低|减少|涨|跌|环增|份额|其中|平均|yoy|of\b|per\b|rate|share|margin|growth|increase|discount|off\b/i
const CLAUSE = /[^，,。；;！!？?\n]+/g

/**
 * Percentages without a base: "推广成本10-15%", "完成80%".
 * Shape: one a clause. Source: requirement ledger X05, P4.06.
 * @example findBarePercentages('推广成本10-15%') // [{ quote: '推广成本10-15%', start: 0 }]
 */
export function findBarePercentages(text: string): BarePercentage[] {
  const plain = foldWidth(text)
  const found: BarePercentage[] = []
  for (const { 0: clause, index } of plain.matchAll(CLAUSE)) {
    PERCENTAGE.lastIndex = 0
    if (PERCENTAGE.test(clause) && !BASE.test(clause)) {
      const quote = text.slice(index, index + clause.length).trim()
      found.push({ quote, start: index + clause.indexOf(clause.trim()) })
    }
  }
  return found
}
