import { foldWidth } from '@zhanggui/text'

/** A gap that the author meant to fill later. */
export type Placeholder = { quote: string; start: number }

/** The whole text is a gap. */
const WHOLE = /^\s*(?:x+|\?+|-{2,}|…+|\.{3,}|n\/a|tbd|tbc|todo|待定|待填|待补|待补充|暂无|略|空)\s*$/i

const GAPS = [
  // 提升X%, 新增XX人, 约XXX万: an X where a number belongs. iPhone X, XXL and UV×CVR are none.
  '(?<![a-z0-9×*])x{1,5}(?=\\s*(?:%|‰|万|亿|元|人|次|个|单|件|天|名|位|家|倍|场|条|款|月|日|年|小时|分钟|百分点))',
  '(?<=(?:至|到|达|达到|约|为|超|超过|不低于|不少于|增长|提升|增加|提高|下降|目标|[≥>≤<=:¥])\\s*)x{1,5}(?![a-z0-9])',
  '(?<![a-z0-9])x{2,5}(?![a-z0-9染])',
  '(?<![期等接看对招优善款])待定(?![制金位点义期])|待补充?|待填写?|待完善|待明确(?!的)|(?<![a-z])(?:tbd|tbc|todo)(?![a-z])',
  '_{2,}|□{1,}|\\?{2,}|\\(\\s{1,}\\)(?!\\s*=>)|\\[\\s*\\]|【\\s*】|●{3,}|\\*{3,}',
]
const GAP = new RegExp(GAPS.join('|'), 'gi')

/**
 * Placeholders in a text: X, XX, 待定, TBD, ??, ___ and empty brackets.
 * Source: requirement ledger P2.23, X05.
 * @example findPlaceholders('新增注册 X 人') // [{ quote: 'X', start: 5 }]
 */
export function findPlaceholders(text: string): Placeholder[] {
  const plain = foldWidth(text)
  if (WHOLE.test(plain)) return [{ quote: text.trim(), start: text.length - text.trimStart().length }]
  return Array.from(plain.matchAll(GAP), ({ 0: gap, index }) => ({
    quote: text.slice(index, index + gap.length).trim() || gap,
    start: index,
  }))
}
