import { expect, test } from 'vitest'
import { describeCondition, type MetricCondition } from '../index.ts'

const yuan = { name: '支付金额', write: (value: number) => `¥${value / 100}` }
const plain = { name: 'Paid', write: (value: number) => `¥${value / 100}` }
const base: MetricCondition = {
  metric: 'paid',
  slice: {},
  windowMinutes: 15,
  test: { kind: 'threshold', op: '<', value: 10_000 },
}

const rows: [condition: MetricCondition, zh: string, en: string][] = [
  [
    { ...base, test: { kind: 'threshold', op: '<', value: 10_000, clearAt: 15_000 }, forMinutes: 5 },
    '最近 15 分钟的支付金额低于 ¥100（回到 ¥150 才解除），持续 5 分钟',
    'Paid of the last 15 minutes is below ¥100 (clears at ¥150), for 5 minutes',
  ],
  [
    {
      ...base,
      slice: { channel: ['search', 'feed'] },
      phases: ['burst'],
      test: { kind: 'change', against: 'sameCampaignMinute', direction: 'fall', by: 0.3 },
    },
    '在爆发期，（channel = search、feed）最近 15 分钟的支付金额比上届活动同一分钟下降 30% 以上',
    "In burst: Paid of the last 15 minutes (channel = search, feed) is down 30% or more on last campaign's same minute",
  ],
  [
    { ...base, windowMinutes: 60, test: { kind: 'anomaly', k: 5, direction: 'both' }, minSample: 30 },
    '最近 1 小时的支付金额与每周同一时刻相比异常（超过 5 倍正常波动）；样本不足 30 不判断',
    'Paid of the last 1 hour is unusual for this time of the week (beyond 5 × the usual spread); not judged below 30 observations',
  ],
  [
    { ...base, windowMinutes: 1440, test: { kind: 'trend', points: 5, direction: 'fall' } },
    '最近 1 天的支付金额连续 5 个时段下降',
    'Paid of the last 1 day goes down 5 times in a row',
  ],
  [
    { ...base, test: { kind: 'absence', minutes: 30, usualMin: 500 } },
    '支付金额连续 30 分钟为零（平时这段时间至少有 ¥5）',
    'Paid is nothing for 30 minutes where ¥5 are usual',
  ],
  [
    {
      ...base,
      windowMinutes: 1440,
      test: { kind: 'projection', op: '<=', value: 400, points: 14, withinMinutes: 43_200 },
    },
    '最近 1 天的支付金额按最近 14 天的走势，30 天内将达到或低于 ¥4',
    'Paid of the last 1 day will be at or below ¥4 within 30 days, by the last 14 days',
  ],
]

test.each(rows)('a condition reads as one sentence in both languages: $1', (condition, zh, en) => {
  expect([describeCondition(condition, yuan, 'zh'), describeCondition(condition, plain, 'en')]).toEqual([zh, en])
})
