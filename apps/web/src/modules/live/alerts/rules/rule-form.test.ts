import type { AlertRuleBody, AlertRuleInfo, ConditionTest } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { bodyOf, valuesOf } from './rule-form.ts'

const bodyWith = (test: ConditionTest): AlertRuleBody => ({
  nameZh: '名',
  nameEn: 'Name',
  severity: 'warning',
  owner: 'media',
  action: { kind: 'task', ref: '', zh: '查', en: 'Look' },
  condition: {
    metric: 'paid',
    slice: { channel: ['search'] },
    windowMinutes: 1440,
    test,
    phases: ['burst'],
    minSample: 30,
  },
  per: 'item',
  everyMinutes: 60,
})
const infoOf = (body: AlertRuleBody): AlertRuleInfo => ({
  id: 'x',
  version: 1,
  enabled: true,
  body,
  metricZh: '',
  metricEn: '',
  unit: 'money',
  sentenceZh: '',
  sentenceEn: '',
  firing: 0,
  noData: 0,
  evaluatedAt: null,
  problemZh: null,
  problemEn: null,
  fromLibrary: false,
  updatedAt: '',
})

const TESTS: ConditionTest[] = [
  { kind: 'threshold', op: '<', value: 12_345, clearAt: 20_000 },
  { kind: 'change', against: 'sameTimeLastWeek', direction: 'fall', by: 0.4 },
  { kind: 'anomaly', k: 4, direction: 'both' },
  { kind: 'trend', points: 5, direction: 'fall' },
  { kind: 'absence', minutes: 30, usualMin: 1000 },
  { kind: 'projection', op: '<', value: 460, points: 14, withinMinutes: 43_200 },
]

test.each(TESTS)(
  'a rule with a $kind test comes back from the form as it went in, with what the form does not show',
  (one) => {
    const body = bodyWith(one)
    expect(bodyOf(valuesOf(infoOf(body)), 'money', body)).toEqual(body)
  },
)

test('money is typed in yuan', () => {
  expect(valuesOf(infoOf(bodyWith(TESTS[0] ?? expect.unreachable()))).limit).toBe(123.45)
})
