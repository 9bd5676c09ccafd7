import { type ClaimLack, findUnquantifiedClaims } from '../scan/unquantified-claims.ts'
import { quoted } from './words.ts'

const ZH: Record<ClaimLack, string> = { figure: '数值', period: '期间', comparison: '对比对象' }
const EN: Record<ClaimLack, string> = { figure: 'a figure', period: 'a period', comparison: 'a comparison' }

type Claimed = { quote: string; word: string; lacksZh: string; lacksEn: string }

/** Claims of a text that nobody can check, as figures of a finding. */
export const claimsIn = (text: string): Claimed[] =>
  findUnquantifiedClaims(text).map(({ quote, word, lacks }) => ({
    quote: quoted(quote),
    word,
    lacksZh: lacks.map((lack) => ZH[lack]).join('、'),
    lacksEn: lacks.map((lack) => EN[lack]).join(', '),
  }))

/** The same sentence wherever such a claim stands. */
export const LACKS_TEXT = {
  messageZh: ({ quote, word, lacksZh }: Claimed): string => `“${word}”缺少${lacksZh}：${quote}`,
  messageEn: ({ quote, word, lacksEn }: Claimed): string => `"${word}" lacks ${lacksEn}: ${quote}`,
  suggestionZh: '写明指标、期间、数值和与谁比较，例如“2026 年支付转化率 4.8%，较上年 +0.6 个百分点”',
  suggestionEn: 'Name metric, period, value and what it is compared with, e.g. "CVR 4.8 % in 2026, +0.6 pp on 2025"',
}
