import type { ForecastLine, MetricInfo } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { palettes } from '../../../theme/palette.ts'
import { buildForecastOption } from './forecast-option.ts'
import { isForecastable, readState, requestOf } from './forecast-state.ts'

const theme = {
  ...palettes.light,
  appearance: 'light' as const,
  still: false,
  rise: palettes.light.red,
  fall: palettes.light.green,
}
const words = {
  short: (value: number | null) => `~${value}`,
  exact: (value: number | null) => `=${value}`,
  axis: (key: string) => key,
  full: (key: string) => key,
}
const parts = { base: 10, season: 0, event: 0, promotion: 0 }
const line: ForecastLine = {
  group: null,
  label: null,
  rest: false,
  model: 'ets',
  members: [],
  history: [
    { period: '2026-01-01', value: 8 },
    { period: '2026-01-02', value: 9 },
  ],
  values: [{ period: '2026-01-03', mean: 10, lower: [8, 6], upper: [13, 16], parts }],
  total: null,
  backtest: null,
  influences: [],
  warnings: [],
}
const option = buildForecastOption(line, { history: 'so far', forecast: 'ahead', bands: ['80', '95'] }, words, theme)

test('the forecast goes on from the last known figure, with its bands from lower to upper', () => {
  expect(option.series).toMatchObject([
    { stack: 'band-1', data: [null, null, 6] },
    { stack: 'band-1', name: '95', data: [null, null, 10] },
    { stack: 'band-0', data: [null, null, 8] },
    { stack: 'band-0', name: '80', data: [null, null, 5] },
    { name: 'so far', data: [8, 9, null] },
    { name: 'ahead', data: [null, 9, 10] },
  ])
})

test('the tooltip says the figure of the past, and of the future with its intervals', () => {
  const { formatter } = option.tooltip as { formatter: (event: object) => string }
  expect(formatter({ dataIndex: 1 })).toMatch(/2026-01-02.*so far.*=9/)
  expect(formatter([{ dataIndex: 2 }])).toMatch(/ahead.*=10.*80.*=8 – =13.*95.*=6 – =16/)
})

const PLAIN = {
  metric: 'paid',
  grain: 'day',
  horizon: 28,
  by: null,
  influences: [],
  priceChange: 0,
  discounts: [],
} as const

test.each([
  ['', PLAIN],
  [
    'grain=month&horizon=12&metric=orders&by=category',
    { ...PLAIN, metric: 'orders', grain: 'month', horizon: 12, by: 'category' },
  ],
  ['grain=century&horizon=999999', PLAIN],
  ['with=presale,price,magic&price=-15', { ...PLAIN, influences: ['price', 'presale'], priceChange: -15 }],
  [
    'with=promotion&discounts=2027-06-01_2027-06-04_2000',
    { ...PLAIN, influences: ['promotion'], discounts: [{ from: '2027-06-01', to: '2027-06-04', depthBp: 2000 }] },
  ],
  ['grain=month&with=presale&price=x', { ...PLAIN, grain: 'month', horizon: 6 }],
])('"%s" in the address asks for %o', (search, state) => {
  const params = new URLSearchParams(search)
  expect(readState((name) => params.get(name))).toEqual(state)
})

test('a split asks for a dozen groups, none for none; what is planned goes with what is considered', () => {
  expect(requestOf(PLAIN)).not.toHaveProperty('by')
  expect(requestOf(PLAIN)).not.toHaveProperty('with')
  expect(requestOf({ ...PLAIN, by: 'channel' })).toMatchObject({ by: 'channel', groups: 12 })
  const priced = requestOf({ ...PLAIN, influences: ['price'], priceChange: -12.5 })
  expect(priced).toMatchObject({ with: ['price'], planned: { priceChangeBp: -1250 } })
  const discounts = [{ from: '2027-06-01', to: '2027-06-04', depthBp: 2000 }]
  expect(requestOf({ ...PLAIN, influences: ['promotion'], discounts }).planned).toEqual({ priceChangeBp: 0, discounts })
  expect(requestOf({ ...PLAIN, influences: ['price'], discounts }).planned?.discounts).toEqual([])
})

test('what is counted at one moment or over a window has no course', () => {
  const metric = (more: Partial<MetricInfo>) => ({ kind: 'additive', window: null, ...more }) as MetricInfo
  expect(isForecastable(metric({}))).toBe(true)
  expect(isForecastable(metric({ kind: 'snapshot' }))).toBe(false)
  expect(isForecastable(metric({ window: '30 days' }))).toBe(false)
})
