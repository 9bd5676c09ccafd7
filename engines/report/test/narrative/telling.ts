import { parseDay } from '@zhanggui/kernel'
import type { Sentence } from '../../src/document.ts'
import type { Answer, AnswerRow, Ask, ReportPeriod } from '../../src/index.ts'
import type { Telling } from '../../src/library/telling.ts'
import { sentenceText } from '../../src/sentence.ts'

const metric = (nameZh: string, unit: 'money' | 'count' | 'ratio') => ({ nameZh, nameEn: nameZh, unit })

export const period: ReportPeriod = {
  kind: 'month',
  key: '2026-11',
  from: parseDay('2026-11-01'),
  to: parseDay('2026-12-01'),
  nameZh: '2026 年 11 月',
  nameEn: '2026-11',
  compare: 'yoy',
  firstDay: parseDay('2020-01-01'),
}

/** A reader of November against last November; rules are given answers, not data. */
export const telling = (answers: Record<string, Answer | null> = {}, facts: Telling['facts'] = {}): Telling => ({
  language: 'zh',
  currency: 'CNY',
  period,
  metrics: new Map([
    ['paid', metric('支付金额', 'money')],
    ['uv', metric('访客数', 'count')],
    ['visits', metric('访问次数', 'count')],
    ['buyers', metric('支付买家数', 'count')],
    ['newBuyers', metric('新客数', 'count')],
    ['cvr', metric('支付转化率', 'ratio')],
    ['aov', metric('客单价', 'money')],
  ]),
  dimensions: new Map([['channel', { nameZh: '渠道', nameEn: 'Channel', values: new Map() }]]),
  answers: new Map(Object.entries(answers)),
  facts,
})

type Given = { by?: string[]; rows?: AnswerRow[]; totals?: AnswerRow; compare?: Ask['compare'] | null } & Partial<
  Pick<Answer, 'incomparable' | 'compareRange'>
>

export function answerOf({ by = [], rows = [], totals = {}, compare = 'yoy', ...rest }: Given): Answer {
  const { from, to } = period
  return {
    ask: { metrics: ['paid'], by, from, to, ...(compare ? { compare } : {}) },
    rows,
    totals,
    range: { from, to },
    compareRange: compare ? { from: '2025-11-01', to: '2025-12-01' } : null,
    incomparable: [],
    labels: {},
    ...rest,
  }
}

/** Sentences as a reader sees them. */
export const read = (sentences: readonly Sentence[]): string[] =>
  sentences.map((one) => sentenceText(one, { language: 'zh', currency: 'CNY' }))
