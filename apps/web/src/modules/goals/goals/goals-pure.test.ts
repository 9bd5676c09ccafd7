import type { Goal, GoalsView } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { waterfallBars } from '../../../charts/waterfall-option.ts'
import { figureFromText, figureToText } from './figure-text.ts'
import { goalColumns } from './goal-columns.ts'
import { goalLines, lineName, openLines } from './goal-lines.ts'
import { blockOf, editsOf, readBlock } from './grid/paste-block.ts'

const goal = (id: string, facts: Partial<Goal>): Goal => ({
  id,
  parentId: null,
  axis: null,
  name: '',
  metric: 'paid',
  period: '2027',
  scope: {},
  target: 100,
  baseline: null,
  baselinePeriod: null,
  direction: 'atLeast',
  locked: false,
  floor: null,
  cap: null,
  denominator: null,
  dimension: 'commercial',
  set: 'all',
  owner: null,
  source: 'data',
  diagnosis: null,
  note: '',
  ...facts,
})

const GOALS = [
  goal('y', {}),
  goal('q1', { parentId: 'y', axis: 'period', period: '2027-Q1' }),
  goal('m1', { parentId: 'q1', axis: 'period', period: '2027-01' }),
  goal('m1a', { parentId: 'm1', axis: 'category', period: '2027-01', scope: { category: '美妆' } }),
  goal('ya', { parentId: 'y', axis: 'category', scope: { category: '美妆' } }),
  goal('ya1', { parentId: 'ya', axis: 'sku', scope: { category: '美妆', sku: '1' }, locked: true }),
  goal('uv', { parentId: 'y', axis: 'driver', metric: 'uv' }),
  goal('d1', { parentId: 'm1', axis: 'period', period: '2027-01-01' }),
]
const VIEW = {
  currency: 'CNY',
  labels: { sku: { '1': '口红' } },
  metrics: [
    { id: 'paid', nameZh: '支付金额', nameEn: 'Paid', unit: 'money', kind: 'additive', dimensions: [], whole: true },
    { id: 'uv', nameZh: '访客数', nameEn: 'UV', unit: 'count', kind: 'distinct', dimensions: [], whole: true },
  ],
} as unknown as GoalsView

describe('the tree as lines by periods', () => {
  test('a line holds its goals of all periods and stands below what it is a part of', () => {
    const lines = goalLines(GOALS)
    expect(lines.map((l) => [lineName(l, VIEW, 'zh', '未知'), l.depth, [...l.cells.keys()]])).toEqual([
      ['支付金额', 0, ['2027', '2027-Q1', '2027-01', '2027-01-01']],
      ['美妆', 1, ['2027-01', '2027']],
      ['口红', 2, ['2027']],
      ['访客数', 1, ['2027']],
    ])
  })

  test('a closed line hides everything below it', () => {
    const lines = goalLines(GOALS)
    expect(openLines(lines, new Set([lines[1]?.id ?? ''])).map((l) => l.depth)).toEqual([0, 1, 1])
    expect(openLines(lines, new Set([lines[0]?.id ?? ''])).length).toBe(1)
  })

  test('columns go from the year to its quarters and months; days are those of one month', () => {
    expect(goalColumns(GOALS, null)).toEqual(['2027', '2027-Q1', '2027-01'])
    expect(goalColumns(GOALS, '2027-01')).toEqual(['2027-01', '2027-01-01'])
  })
})

describe('figures as operators type them', () => {
  test.each([
    ['1.2万', 'money', 1_200_000],
    ['￥3,000.50', 'money', 300_050],
    ['2亿', 'money', 20_000_000_000],
    ['0', 'money', 0],
    ['1.234', 'money', undefined],
    ['X', 'money', null],
    ['', 'money', null],
    ['–', 'count', null],
    ['25万', 'count', 250_000],
    ['2.5', 'count', undefined],
    ['5%', 'ratio', 0.05],
    ['0.05', 'ratio', 0.05],
    ['12.5%', 'ratio', 0.125],
    ['5%', 'money', undefined],
    ['很多', 'money', undefined],
  ] as const)('%s as %s', (text, unit, value) => {
    expect(figureFromText(text, unit, 'CNY')).toBe(value)
  })

  test('what is shown for editing reads back as the same figure', () => {
    for (const value of [0, 1, 99, 100, 123_456_789])
      expect(figureFromText(figureToText(value, 'money', 'CNY'), 'money', 'CNY')).toBe(value)
    for (const value of [0.05, 0.123456, 1])
      expect(figureFromText(figureToText(value, 'ratio', 'CNY'), 'ratio', 'CNY')).toBe(value)
  })
})

describe('a block from a spreadsheet', () => {
  test('rows, tabs, quotes and a last line end', () => {
    expect(blockOf('1\t2\r\n3\t"4\n5"\r\n')).toEqual([
      ['1', '2'],
      ['3', '4\n5'],
    ])
    expect(blockOf('7')).toEqual([['7']])
    expect(blockOf('1\t\n')).toEqual([['1', '']])
  })

  test('goes from the chosen cell to the right and down; what cannot be written is named', () => {
    const lines = goalLines(GOALS)
    const columns = goalColumns(GOALS, null)
    const block = readBlock('3\t2万\t1\n5\t6\t–\n9\n4.5', { lines, columns, row: 0, column: 0 }, VIEW)
    expect(editsOf(block)).toEqual([
      { id: 'y', target: 300 },
      { id: 'q1', target: 2_000_000 },
      { id: 'ya', target: 500 },
      { id: 'm1a', target: null },
    ])
    expect(block.same).toBe(1)
    expect(block.faults).toEqual([
      { row: 2, column: 2, text: '6', kind: 'noGoal' },
      { row: 3, column: 1, text: '9', kind: 'locked' },
      { row: 4, column: 1, text: '4.5', kind: 'noFigure' },
    ])
  })

  test('hundreds of rows by twelve columns are read in a moment', () => {
    const many = Array.from({ length: 800 }, (_, i) => goal(`g${i}`, { scope: { sku: String(i) } }))
    const text = Array.from({ length: 800 }, (_, i) => `${i}.5\t`.repeat(12)).join('\n')
    const block = readBlock(text, { lines: goalLines(many), columns: ['2027'], row: 0, column: 0 }, VIEW)
    expect([block.cells.length, block.faults.length]).toEqual([800, 800 * 11])
  })
})

test('a waterfall starts at the target, floats its causes and ends where they lead', () => {
  const words = { short: String, exact: String, axis: String, full: String }
  const steps = [
    { name: 'uv', effect: -30 },
    { name: 'aov', effect: 10 },
  ]
  expect(
    waterfallBars({ start: { name: 'target', value: 100 }, steps, end: { name: 'end', value: 80 }, words }),
  ).toEqual([
    { name: 'target', base: 0, height: 100, effect: null },
    { name: 'uv', base: 70, height: 30, effect: -30 },
    { name: 'aov', base: 70, height: 10, effect: 10 },
    { name: 'end', base: 0, height: 80, effect: null },
  ])
})
