import { describe, expect, test } from 'vitest'
import { displayWidth, truncateToWidth } from './display-width.ts'
import { formatFigure } from './format-figure.ts'
import { renderTable } from './render-table.ts'

describe('width', () => {
  test.each([
    ['', 0],
    ['GMV', 3],
    ['访客', 4],
    ['访客 UV', 7],
    ['（全角）', 8],
    ['é', 1],
    ['e\u0301', 1],
    ['🎉', 2],
    ['–', 1],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('a text that is too wide is cut at a whole character', () => {
    expect(truncateToWidth('女装连衣裙', 6)).toBe('女装…')
    expect(truncateToWidth('女装', 4)).toBe('女装')
  })
})

describe('a table', () => {
  const columns = [
    { header: '渠道', align: 'left' as const },
    { header: '支付', align: 'right' as const },
  ]

  test('columns line up under Chinese and Latin text alike', () => {
    const text = renderTable(columns, [
      ['搜索', '¥1.00'],
      ['KOL', '¥12.00'],
    ])
    expect(text.split('\n')).toEqual(['渠道    支付', '────  ──────', '搜索   ¥1.00', 'KOL   ¥12.00'])
  })

  test('line breaks and colour codes in shop data stay harmless', () => {
    const text = renderTable(columns, [['a\nb\u001b[31m', '1']])
    expect(text).not.toContain('\u001b')
    expect(text.split('\n')).toHaveLength(3)
  })
})

describe('a figure', () => {
  const cny = { currency: 'CNY', language: 'zh' } as const
  test.each([
    ['no value is a dash, never 0', null, 'money', '–'],
    ['money is minor units', 123_456, 'money', '¥1,234.56'],
    ['a loss keeps its sign', -5, 'money', '-¥0.05'],
    ['large money keeps its fen', 9_007_199_254_740_991, 'money', '¥90,071,992,547,409.91'],
    ['a ratio is a percentage', 0.03156, 'ratio', '3.16%'],
    ['a multiple has two decimals', 3, 'multiple', '3.00'],
    ['a count has none', 12_345, 'count', '12,345'],
    ['text stays text', '2011-11', null, '2011-11'],
  ] as const)('%s', (_name, value, unit, shown) => {
    expect(formatFigure(value, { ...cny, unit })).toBe(shown)
  })

  test("money follows the shop's currency, also one without minor units", () => {
    expect(formatFigure(123_456, { unit: 'money', currency: 'GBP', language: 'en' })).toBe('£1,234.56')
    expect(formatFigure(1234, { unit: 'money', currency: 'JPY', language: 'en' })).toBe('¥1,234')
  })
})
