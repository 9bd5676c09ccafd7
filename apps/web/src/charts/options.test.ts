import { expect, test } from 'vitest'
import { palettes } from '../theme/palette.ts'
import { fittingNames } from './fitting-names.ts'
import { buildLineOption } from './line-option.ts'
import { buildRankOption, rankHeight } from './rank-option.ts'
import type { ChartWords, Series } from './series.ts'
import { buildStackedOption } from './stacked-option.ts'
import { axisTooltip } from './tooltip.ts'

const theme = {
  ...palettes.light,
  appearance: 'light' as const,
  still: false,
  rise: palettes.light.red,
  fall: palettes.light.green,
}
const words: ChartWords = {
  short: (value) => `~${value}`,
  exact: (value) => (value === null ? '–' : `=${value}`),
  axis: (key) => key.slice(5),
  full: (key) => `on ${key}`,
}
const keys = ['2026-11-10', '2026-11-11']
const now: Series = { name: 'paid', values: [10, 30], colour: '#4353d0' }
const before: Series = { name: 'before', values: [8, null], colour: '#b9bdc8', pale: true }

test('a line chart keeps gaps, draws the comparison pale and the campaign days as bands', () => {
  const span = { name: '双11', from: '2026-11-11', to: '2026-11-11' }
  const option = buildLineOption({ keys, series: [now, before], spans: [span], words }, theme)
  expect(option.series).toMatchObject([
    { type: 'line', name: 'paid', data: [10, 30], areaStyle: { color: 'rgba(67, 83, 208, 0.08)' } },
    { type: 'line', name: 'before', data: [8, null], connectNulls: false, lineStyle: { width: 1.5 } },
    { markArea: { data: [[{ name: '双11', xAxis: '2026-11-11' }, { xAxis: '2026-11-11' }]] } },
  ])
  expect(option.xAxis).toMatchObject({ data: keys, boundaryGap: true })
})

test('several equal lines have no area: it would hide the ones behind', () => {
  const option = buildLineOption({ keys, series: [now, { ...now, name: 'gmv' }], words }, theme)
  expect(JSON.stringify(option.series)).not.toContain('areaStyle')
})

test('a single period is a point, not an invisible line', () => {
  const option = buildLineOption({ keys: ['2026'], series: [{ ...now, values: [5] }], words }, theme)
  expect(option.series).toMatchObject([{ showSymbol: true }])
})

test('parts are stacked in one whole', () => {
  const option = buildStackedOption({ keys, series: [now, { ...now, name: 'old' }], words, totalName: 'all' }, theme)
  expect(option.series).toMatchObject([
    { type: 'bar', stack: 'whole' },
    { type: 'bar', stack: 'whole' },
  ])
})

test('a ranking has the first on top and bars that begin at zero', () => {
  const option = buildRankOption({ keys: ['搜索', '推荐'], series: [now], words }, theme)
  expect(option.yAxis).toMatchObject({ inverse: true, data: ['搜索', '推荐'] })
  expect(option.xAxis).not.toHaveProperty('scale')
  expect(rankHeight(50)).toBeGreaterThan(rankHeight(10))
})

test('a tooltip lists figures with their total; the comparison stays under its figure', () => {
  expect(axisTooltip(keys, [now, before], words)({ dataIndex: 1 })).toMatch(/on 2026-11-11.*paid.*=30.*before.*–/)
  const parts = [now, { ...now, name: 'large', values: [90, 70] }]
  expect(axisTooltip(keys, parts, words, 'all')([{ dataIndex: 1 }])).toMatch(/all.*=100.*large.*=70.*paid.*=30/)
})

test('names of campaigns that would touch fall away; their bands and tooltips stay', () => {
  const days = Array.from({ length: 31 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`)
  const spans = [
    { name: '六一儿童节', from: '2026-06-01', to: '2026-06-02' },
    { name: '618', from: '2026-06-03', to: '2026-06-03' },
    { name: '端午', from: '2026-06-19', to: '2026-06-21' },
  ]
  expect(fittingNames(spans, days, 640).map(({ name }) => name)).toEqual(['六一儿童节', '', '端午'])
  const series = { ...now, values: days.map(() => 1) }
  const option = buildLineOption({ keys: days, series: [series], spans, words }, theme)
  const { formatter } = option.tooltip as { formatter: (event: { dataIndex: number }) => string }
  expect(formatter({ dataIndex: 2 })).toContain('on 2026-06-03 · 618')
})
