import { expect, test } from 'vitest'
import { palettes } from '../../../../theme/palette.ts'
import { buildAovEffectsOption } from './aov-effects-option.ts'

const at = { from: 0, to: 0 }
const theme = { ...palettes.light, appearance: 'light' as const, still: false, rise: 'red', fall: 'green' }
const words = { short: String, exact: String, axis: String, full: String }

test('mix and price of the strongest categories stand beside each other, in the order given', () => {
  const effects = Array.from({ length: 12 }, (_, i) => ({
    category: i === 1 ? '' : `c${i}`,
    mix: 12 - i,
    price: 1 - i,
    reach: at,
    spend: at,
  }))
  const option = buildAovEffectsOption(
    { effects, words, names: { mix: '结构', price: '价格', unknown: '未知' } },
    theme,
  )
  const { xAxis, series } = option as unknown as {
    xAxis: { data: string[] }
    series: { name: string; data: number[] }[]
  }
  expect(xAxis.data).toEqual(['c0', '未知', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
  expect(series.map((s) => [s.name, s.data[0], s.data[7]])).toEqual([
    ['结构', 12, 5],
    ['价格', 1, -6],
  ])
})
