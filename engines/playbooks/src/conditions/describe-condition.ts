import type { CampaignPhase } from './campaign-phase.ts'
import type { ChangeAgainst, ConditionTest, Direction, MetricCondition, ThresholdOp } from './metric-condition.ts'

export type WordsIn = 'zh' | 'en'

/** What a watched figure is called, and how a value of it is written (unit included). */
export type MetricWords = {
  name: string
  write: (value: number) => string
  /** A state that is only known as it is now: no window is told. */
  isState?: boolean
}

const OPS: Record<ThresholdOp, { zh: string; en: string }> = {
  '>': { zh: '高于', en: 'above' },
  '>=': { zh: '达到或高于', en: 'at or above' },
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '达到或低于', en: 'at or below' },
}

const AGAINST: Record<ChangeAgainst, { zh: string; en: string }> = {
  previous: { zh: '前一个同长时段', en: 'the stretch before' },
  sameTimeYesterday: { zh: '昨天同一时刻', en: 'the same time yesterday' },
  sameTimeLastWeek: { zh: '上周同一时刻', en: 'the same time last week' },
  sameCampaignMinute: { zh: '上届活动同一分钟', en: "last campaign's same minute" },
}

const MOVES: Record<Direction | 'both', { zh: string; en: string }> = {
  rise: { zh: '上升', en: 'up' },
  fall: { zh: '下降', en: 'down' },
  both: { zh: '升降', en: 'up or down' },
}

const HIGH_LOW: Record<Direction | 'both', { zh: string; en: string }> = {
  rise: { zh: '异常偏高', en: 'unusually high' },
  fall: { zh: '异常偏低', en: 'unusually low' },
  both: { zh: '异常', en: 'unusual' },
}

const PHASES: Record<CampaignPhase, { zh: string; en: string }> = {
  reservoir: { zh: '蓄水期', en: 'reservoir' },
  preheat: { zh: '预热期', en: 'pre-heat' },
  burst: { zh: '爆发期', en: 'burst' },
  closing: { zh: '收尾期', en: 'closing' },
  longTail: { zh: '长尾期', en: 'long tail' },
  review: { zh: '复盘期', en: 'review' },
}

const trimmed = (value: number): string => String(Number(value.toFixed(2)))

/** @example spanOf(2880, 'zh') // '2 天' */
export function spanOf(minutes: number, language: WordsIn): string {
  const [amount, zh, en] =
    minutes >= 1440 && minutes % 1440 === 0
      ? [minutes / 1440, '天', 'day']
      : minutes >= 60 && minutes % 60 === 0
        ? [minutes / 60, '小时', 'hour']
        : [minutes, '分钟', 'minute']
  return language === 'zh' ? `${amount} ${zh}` : `${amount} ${en}${amount === 1 ? '' : 's'}`
}

const percent = (share: number): string => `${trimmed(share * 100)}%`

function testZh(test: ConditionTest, { write }: MetricWords, window: number): string {
  switch (test.kind) {
    case 'threshold': {
      const clear = test.clearAt === undefined ? '' : `（回到 ${write(test.clearAt)} 才解除）`
      return `${OPS[test.op].zh} ${write(test.value)}${clear}`
    }
    case 'change':
      return `比${AGAINST[test.against].zh}${MOVES[test.direction].zh} ${percent(test.by)} 以上`
    case 'anomaly':
      return `与每周同一时刻相比${HIGH_LOW[test.direction].zh}（超过 ${trimmed(test.k)} 倍正常波动）`
    case 'trend':
      return `连续 ${test.points} 个时段${MOVES[test.direction].zh}`
    case 'absence':
      return `连续 ${spanOf(test.minutes, 'zh')}为零${test.usualMin === undefined ? '' : `（平时这段时间至少有 ${write(test.usualMin)}）`}`
    case 'projection':
      return `按最近 ${spanOf(test.points * window, 'zh')}的走势，${spanOf(test.withinMinutes, 'zh')}内将${OPS[test.op].zh} ${write(test.value)}`
  }
}

function testEn(test: ConditionTest, { write }: MetricWords, window: number): string {
  switch (test.kind) {
    case 'threshold': {
      const clear = test.clearAt === undefined ? '' : ` (clears at ${write(test.clearAt)})`
      return `is ${OPS[test.op].en} ${write(test.value)}${clear}`
    }
    case 'change':
      return `is ${MOVES[test.direction].en} ${percent(test.by)} or more on ${AGAINST[test.against].en}`
    case 'anomaly':
      return `is ${HIGH_LOW[test.direction].en} for this time of the week (beyond ${trimmed(test.k)} × the usual spread)`
    case 'trend':
      return `goes ${MOVES[test.direction].en} ${test.points} times in a row`
    case 'absence':
      return `is nothing for ${spanOf(test.minutes, 'en')}${test.usualMin === undefined ? '' : ` where ${write(test.usualMin)} are usual`}`
    case 'projection':
      return `will be ${OPS[test.op].en} ${write(test.value)} within ${spanOf(test.withinMinutes, 'en')}, by the last ${spanOf(test.points * window, 'en')}`
  }
}

const sliceText = (slice: MetricCondition['slice'], separator: string): string =>
  Object.entries(slice)
    .map(([dimension, values]) => `${dimension} = ${values.join(separator)}`)
    .join('; ')

function zh(condition: MetricCondition, metric: MetricWords): string {
  const { slice, windowMinutes, test, minSample, forMinutes, phases } = condition
  const where = sliceText(slice, '、')
  const window = test.kind === 'absence' || metric.isState ? '' : `最近 ${spanOf(windowMinutes, 'zh')}的`
  const parts = [
    phases ? `在${phases.map((phase) => PHASES[phase].zh).join('、')}，` : '',
    where ? `（${where}）` : '',
    window,
    metric.name,
    testZh(test, metric, windowMinutes),
    forMinutes ? `，持续 ${spanOf(forMinutes, 'zh')}` : '',
    minSample ? `；样本不足 ${trimmed(minSample)} 不判断` : '',
  ]
  return parts.join('')
}

function en(condition: MetricCondition, metric: MetricWords): string {
  const { slice, windowMinutes, test, minSample, forMinutes, phases } = condition
  const where = sliceText(slice, ', ')
  const window = test.kind === 'absence' || metric.isState ? '' : ` of the last ${spanOf(windowMinutes, 'en')}`
  const parts = [
    phases ? `In ${phases.map((phase) => PHASES[phase].en).join(', ')}: ` : '',
    `${metric.name}${window}`,
    where ? ` (${where})` : '',
    ` ${testEn(test, metric, windowMinutes)}`,
    forMinutes ? `, for ${spanOf(forMinutes, 'en')}` : '',
    minSample ? `; not judged below ${trimmed(minSample)} observations` : '',
  ]
  return parts.join('')
}

/**
 * A condition as one plain sentence without a full stop.
 * @example describeCondition(condition, paid, 'zh') // '最近 15 分钟的支付金额比昨天同一时刻下降 50% 以上，持续 5 分钟'
 */
export const describeCondition = (condition: MetricCondition, metric: MetricWords, language: WordsIn): string =>
  language === 'zh' ? zh(condition, metric) : en(condition, metric)
