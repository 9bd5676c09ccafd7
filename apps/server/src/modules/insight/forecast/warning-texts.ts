import type { ForecastWarning, WarningCode } from '@zhanggui/forecast'

const TEXTS: Record<WarningCode, { zh: string; en: string }> = {
  shortHistory: {
    zh: '历史不足，区间会偏宽；多导入一些历史会更准。',
    en: 'Little history: intervals are wide. More history makes it better.',
  },
  constantHistory: {
    zh: '历史一直是同一个数，预测也只能是它。',
    en: 'The history never moved, so the forecast does not either.',
  },
  allZero: { zh: '历史全是 0，预测为 0。', en: 'The history is all zero, and so is the forecast.' },
  gapsFilled: { zh: '历史有缺口，缺口按未知处理。', en: 'The history has gaps; they count as unknown.' },
  leadingZerosDropped: { zh: '开头的 0 视为还没开卖，没有计入。', en: 'Zeros before the first sale were left out.' },
  trailingZeros: { zh: '最近一直是 0，可能已停售；请确认。', en: 'Only zeros lately: is it still on sale?' },
  levelShift: {
    zh: '水平有过突变，预测以突变之后为准。',
    en: 'The level jumped; the forecast follows what came after.',
  },
  intermittent: { zh: '销售断断续续，只能给出平均水平。', en: 'Sales come and go; only a mean level can be told.' },
  intervalAssumed: { zh: '历史太短，区间是假定的。', en: 'Too short a history: the interval is assumed.' },
  eventUnseen: {
    zh: '这些活动历史上没有出现过，没有计入影响',
    en: 'These events were never seen, so they add nothing',
  },
  regressorUnknownAhead: { zh: '未来的取值未知，按最近一次计算', en: 'Unknown ahead; the last value was taken' },
  regressorBeyondHistory: {
    zh: '计划值远超历史范围，只按历史边缘附近估计',
    en: 'Planned far beyond what was ever seen; taken as at the edge of it',
  },
  modelReplaced: { zh: '历史太短，换用了更简单的模型', en: 'The history is too short; a simpler model was used' },
}

/** Codes whose detail is a list of names that a person needs. */
const WITH_DETAIL: ReadonlySet<WarningCode> = new Set([
  'regressorUnknownAhead',
  'regressorBeyondHistory',
  'modelReplaced',
])

/** A warning of the engine in the words of the trade. */
export function warningText({ code, detail }: ForecastWarning) {
  const { zh, en } = TEXTS[code]
  const withDetail = WITH_DETAIL.has(code) && detail !== ''
  return {
    code,
    detail,
    message: withDetail ? `${zh}（${detail}）` : zh,
    messageEn: withDetail ? `${en} (${detail})` : en,
  }
}
