import type { PartialFigure, QueryResult } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { partialNotes } from './partial-notes.ts'

const answer = (partial: PartialFigure[], elapsed: QueryResult['elapsed'] = null) =>
  partialNotes({ partial, elapsed } as QueryResult).map((note) => note.zh)

const mark = { period: '2025-11', days: 9, ofDays: 30, running: false, comparable: false }

test('columns that lack the same days share a note', () => {
  expect(
    answer([
      { ...mark, column: 'paidCompare' },
      { ...mark, column: 'ordersCompare' },
      { ...mark, period: '', column: 'paidCompare', days: 40, ofDays: 61 },
    ]),
  ).toEqual([
    '2025-11 paidCompare, ordersCompare：30 天中仅 9 天有数据，不宜算百分比',
    '合计 paidCompare：61 天中仅 40 天有数据，不宜算百分比',
  ])
})

test('a range that is not over says what its totals hold', () => {
  const elapsed = {
    range: { from: '2026-11-01', to: '2026-11-23' },
    compareRange: { from: '2026-10-01', to: '2026-10-23' },
  }
  const running = { ...mark, column: 'paid', days: 22, running: true, comparable: true }
  expect(answer([running], elapsed)).toEqual([
    '时间范围还没过完：合计用 2026-11-01 至 2026-11-23（不含）与 2026-10-01 至 2026-10-23（不含）相比。',
    '2025-11 paid：30 天中仅 22 天有数据，今天还没过完',
  ])
})

test('a long list of periods is cut, and says how many are left', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ ...mark, period: `W${i}`, column: 'paid' }))
  expect(answer(many).at(-1)).toBe('另有 8 处，见 --json 的 partial')
})
