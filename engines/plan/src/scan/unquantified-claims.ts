import { foldWidth, toSimplified } from '@zhanggui/text'
import { sentencesOf } from './sentences.ts'

/** What a claim lacks before it can be checked (P14.18). */
export const CLAIM_LACKS = ['figure', 'period', 'comparison'] as const
export type ClaimLack = (typeof CLAIM_LACKS)[number]

/** A sentence that claims a change or a lead. `word` is the claim, `lacks` what is missing beside it. */
export type Claim = { quote: string; word: string; start: number; lacks: readonly ClaimLack[] }

const CHANGE =
  '(?:提升|提高|增长|增加|上升|上涨|改善|改进|优化|扩大|下降|降低|减少|好转|回升|攀升|突破|领先|进步|加强|增强|反弹|跃升|发展)'
const CLAIMS = [
  `(?:显著|明显|大幅度?|稳步|稳定|持续|快速|迅速|高速|不断|有效|极大|较大|进一步|全面|成倍|逐步|逐年|平稳|强劲|飞速|大大|长足)(?:地|的)?${CHANGE}`,
  `${CHANGE}(?:显著|明显|迅速|较快|很快|较大|巨大)`,
  '(?:高于|优于|好于|超过|超越|领先于?|跑赢|远超|强于|低于)(?:整个|全|所在|同类|同?)?(?:行业|同行|大盘|类目|市场|竞品|竞店|竞争对手|同类|平均)',
  '(?:行业|类目|同行)(?:领先|前列|第一梯队|遥遥领先)',
  '(?:效果|成绩|成效|表现|业绩)(?:显著|明显|突出|优异|良好|喜人|亮眼|斐然)',
  '(?:significant(?:ly)?|substantial(?:ly)?|steady|steadily|remarkabl[ey]|dramatic(?:ally)?|considerabl[ey])\\s+(?:\\w+\\s+)?(?:growth|increase[ds]?|improve(?:d|ment|s)?|rise[ns]?|grow(?:n|s)?|decline[ds]?|better|higher|lower|drop(?:ped)?|gain(?:s|ed)?)',
  '(?:grew|rose|improved|increased|declined)\\s+(?:significantly|substantially|steadily|dramatically|markedly)',
  '(?:above|better than|ahead of|outperform\\w*)\\s+(?:the\\s+)?(?:industry|market|peers|competitors|average)',
]
const CLAIM = new RegExp(CLAIMS.join('|'), 'gi')

const FIGURE =
  /\d(?:[\d,.]*\d)?\s*(?:%|‰|个?百分点|pp|万|亿|元|分|人|单|件|次|天|小时|分钟|倍|家|个|名|位|成|points?|percent|times|orders|buyers)|[¥$]\s*\d|[一二三四五六七八九十两]+(?:成|倍|个百分点)|翻[一两]?[番倍]/i
const PERIOD =
  /\d{2,4}\s*年|去年|今年|前年|明年|全年|本年|年度|上半年|下半年|\d{1,2}\s*月|[一二三四五六七八九十]{1,2}月|本月|上月|当月|季度|q[1-4]|第[一二三四]季|本季|上季|本周|上周|近\s*\d+\s*(?:天|日|周|个月|年)|同比|环比|期间|大促|双11|双十一|618|20\d{2}|last (?:year|month|quarter)|this (?:year|month|quarter)|year on year|yoy/i
const COMPARISON =
  /同比|环比|较|相比|比(?!例|重|率|如|赛)|从.{1,20}(?:到|至|提升|增|降)|由.{1,20}(?:到|至|提升|增|降)|→|->|高于|低于|优于|超过|领先|跑赢|基线|对比|than|versus|vs\b|from .{1,30} to |compared|year on year|yoy|above|below/i

const lacksOf = (sentence: string): ClaimLack[] => {
  const has: Record<ClaimLack, RegExp> = { figure: FIGURE, period: PERIOD, comparison: COMPARISON }
  return CLAIM_LACKS.filter((lack) => !has[lack].test(sentence))
}

/**
 * Claims of growth or lead that name no figure, no period or nothing they compare with.
 * A quantified claim has all three in its own sentence. Shape: one a sentence, in the order of the text; linear.
 * Source: requirement ledger P14.18, X14.
 * @example findUnquantifiedClaims('会员复购显著提升。')[0]?.lacks // ['figure', 'period', 'comparison']
 */
export function findUnquantifiedClaims(text: string): Claim[] {
  return sentencesOf(text).flatMap(({ text: quote, start }) => {
    const plain = toSimplified(foldWidth(quote))
    const words = Array.from(plain.matchAll(CLAIM), (m) => m[0])
    const lacks = words.length > 0 ? lacksOf(plain) : []
    return lacks.length > 0 ? [{ quote, word: words.join('、'), start, lacks }] : []
  })
}
