import type { QueryResult } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { palettes } from '../../../theme/palette.ts'
import { chartKinds, fittingKind } from './chart-kinds.ts'
import { buildExploreChart, type ExploreChartInput } from './explore-chart.ts'
import { pivot } from './pivot.ts'

const theme = {
  ...palettes.light,
  appearance: 'light' as const,
  still: false,
  rise: palettes.light.red,
  fall: palettes.light.green,
}
const channels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const rows = channels.flatMap((channel, index) => [
  { day: '2026-11-10', channel, paid: 100 - index * 10 },
  { day: '2026-11-11', channel, paid: index === 7 ? null : 200 - index * 10 },
])
const result = (changes: Partial<QueryResult>): QueryResult => ({
  columns: [],
  rows,
  totals: {},
  range: null,
  compareRange: null,
  elapsed: null,
  partial: [],
  freshness: null,
  truncated: false,
  currency: 'CNY',
  ...changes,
})
const input: ExploreChartInput = {
  result: result({}),
  metric: { id: 'paid', kind: 'additive' },
  rankBy: 'paid',
  grain: 'day',
  dimensions: ['channel'],
  kind: 'line',
  words: { short: String, exact: String, axis: (key) => key, full: (key) => key },
  valueName: (_dimension, value) => `渠道 ${value}`,
  names: { now: '本期', before: '对比期', others: '其余', total: '合计' },
}

test('a pivot keeps the largest groups and adds up the rest, unknown staying unknown', () => {
  const table = pivot(rows, {
    grain: 'day',
    metric: 'paid',
    groupOf: (row) => String(row.channel),
    top: 7,
    rankBy: 'paid',
  })
  expect(table.keys).toEqual(['2026-11-10', '2026-11-11'])
  expect(table.groups.map(({ key }) => key)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
  expect(table.others).toEqual([30, null])
})

test('lines show the six largest groups and say how many there are', () => {
  const chart = buildExploreChart(input, theme)
  expect(chart).toMatchObject({ shown: 6, all: 8 })
  expect(chart.option.series).toHaveLength(6)
})

test('a stack adds the rest as one part, so that the whole is the whole', () => {
  const chart = buildExploreChart({ ...input, kind: 'stacked' }, theme)
  expect(chart.option.series).toHaveLength(7)
  expect(chart.option.series).toMatchObject(
    Array(6)
      .fill({})
      .concat({ name: '其余', data: [70, 140] }),
  )
})

test('a ranking names its rows and puts the comparison beneath', () => {
  const ranked = result({
    rows: [{ channel: 'A', paid: 3, paidCompare: 2 }],
    columns: [{ id: 'paidCompare', kind: 'comparison', nameZh: '', nameEn: '', unit: 'money' }],
  })
  const chart = buildExploreChart({ ...input, result: ranked, grain: 'none', kind: 'bar' }, theme)
  expect(chart.option.yAxis).toMatchObject({ data: ['渠道 A'] })
  expect(chart.option.series).toMatchObject([{ data: [3] }, { data: [2], barMaxWidth: 5 }])
})

test.each([
  ['over time', { byTime: true, grouped: false, metric: { kind: 'ratio' } }, ['line', 'bar', 'table']],
  [
    'distinct people cannot be stacked',
    { byTime: true, grouped: true, metric: { kind: 'distinct' } },
    ['line', 'table'],
  ],
  ['money can', { byTime: true, grouped: true, metric: { kind: 'additive' } }, ['line', 'stacked', 'table']],
  ['a ranking', { byTime: false, grouped: true, metric: { kind: 'ratio' } }, ['bar', 'table']],
  ['a single figure', { byTime: false, grouped: false, metric: undefined }, ['table']],
] as const)('the chart fits the question: %s', (_name, shape, kinds) => {
  expect(chartKinds(shape)).toEqual(kinds)
})

test('a kind that does not fit gives way to the best one', () => {
  expect(fittingKind('stacked', ['line', 'table'])).toBe('line')
  expect(fittingKind('table', ['line', 'table'])).toBe('table')
  expect(fittingKind(null, ['bar', 'table'])).toBe('bar')
})

test('every chart of a question shows the same groups in the same order', () => {
  const both = rows.map((row, index) => ({ ...row, uv: index }))
  const shape = {
    grain: 'day',
    groupOf: (row: QueryResult['rows'][number]) => String(row.channel),
    top: 3,
    rankBy: 'paid',
  }
  const keysOf = (metric: string) => pivot(both, { ...shape, metric }).groups.map(({ key }) => key)
  expect(keysOf('uv')).toEqual(keysOf('paid'))
})

test('campaign days stay in the order of the answer', () => {
  const days = ['D-10', 'D-2', 'D0', 'D+1'].map((campaignDay) => ({ campaignDay, paid: 1 }))
  const table = pivot(days, { grain: 'campaignDay', metric: 'paid', groupOf: () => '', top: 1, rankBy: 'paid' })
  expect(table.keys).toEqual(['D-10', 'D-2', 'D0', 'D+1'])
})
