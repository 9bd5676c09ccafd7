import type { MetricInfo } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { findMetrics, groupsOf } from './find-metrics.ts'
import { formulaInWords } from './formula-in-words.ts'

const metric = (id: string, nameZh: string, group: MetricInfo['group']): MetricInfo => ({
  id,
  nameZh,
  nameEn: id.toUpperCase(),
  unit: 'count',
  group,
  end: 'traffic',
  kind: 'distinct',
  formula: id,
  numerator: null,
  denominator: null,
  higherIsBetter: true,
  grain: 'day',
  window: null,
  dimensions: [],
  sources: [],
  owner: 'media',
  definitionZh: '去重人数',
  definitionEn: 'distinct people',
  permission: 'metrics:read',
})
const metrics = [
  metric('uv', '访客数', 'traffic'),
  metric('buyers', '支付买家数', 'trade'),
  metric('pv', '浏览量', 'traffic'),
]

test.each([
  ['everything', '', null, ['uv', 'buyers', 'pv']],
  ['a group', '', 'traffic', ['uv', 'pv']],
  ['an id in any case', 'UV', null, ['uv']],
  ['a Chinese name', '买家', null, ['buyers']],
  ['words of the definition', 'distinct people', 'trade', ['buyers']],
  ['nothing', '毛利', null, []],
] as const)('the dictionary finds %s', (_name, text, group, ids) => {
  expect(findMetrics(metrics, { text, group }).map(({ id }) => id)).toEqual(ids)
})

test('groups come in the order of the catalogue', () => {
  expect(groupsOf(metrics)).toEqual(['traffic', 'trade'])
})

test.each([
  ['metrics', 'buyers ÷ uv', '支付买家数 ÷ 访客数'],
  ['what is only counted for a formula', 'bounces ÷ uv', '只看一页的访问次数 ÷ 访客数'],
  ['a window of days', 'returnedBuyers30d ÷ watchedBuyers30d', '30 天内复购的买家数 ÷ 已满 30 天的买家数'],
  ['the words between them', 'mean(ordinaryPaid per day)', '均值(日销支付金额 按日)'],
  ['nothing that it does not know', 'laterMeasure', 'laterMeasure'],
])('a formula names %s', (_name, formula, words) => {
  expect(formulaInWords(formula, metrics, 'zh')).toBe(words)
})
