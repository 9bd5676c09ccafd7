import type { TableRow } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { changeDraft, isDirty, openDraft, periodsOfYear } from './table-draft.ts'

const row = (period: string, more: Partial<TableRow> = {}): TableRow => ({
  id: `row:${period}`,
  period,
  target: '',
  theme: '',
  strategy: '',
  pageDesign: '',
  dailyPromotion: '',
  merchantCooperation: '',
  source: null,
  ...more,
})

test('an edit marks the table as changed, and typing it back does not', () => {
  const open = openDraft([row('2027-01', { theme: '年货' })])
  expect(isDirty(open)).toBe(false)
  const edited = changeDraft(open, { do: 'edit', id: 'row:2027-01', column: 'theme', text: '上新' })
  expect(edited.rows[0]?.theme).toBe('上新')
  expect(isDirty(edited)).toBe(true)
  const back = changeDraft(edited, { do: 'edit', id: 'row:2027-01', column: 'theme', text: '年货' })
  expect(isDirty(back)).toBe(false)
  expect(isDirty(changeDraft(edited, { do: 'undo' }))).toBe(false)
})

test('a new row stands where the year reads it: year, quarter, its months', () => {
  const periods = ['2027-05', '2027-Q2', '2027', '2027-01', '2027-Q1', '2027-11']
  const draft = periods.reduce((at, period) => changeDraft(at, { do: 'add', period }), openDraft([]))
  expect(draft.rows.map(({ period }) => period)).toEqual([
    '2027',
    '2027-Q1',
    '2027-01',
    '2027-Q2',
    '2027-05',
    '2027-11',
  ])
})

test('a second row of a period has an id of its own', () => {
  const once = changeDraft(openDraft([row('2027-01')]), { do: 'add', period: '2027-01' })
  expect(once.rows.map(({ id }) => id)).toEqual(['row:2027-01', 'row:2027-01#2'])
  const removed = changeDraft(once, { do: 'remove', id: 'row:2027-01' })
  expect(removed.rows.map(({ id }) => id)).toEqual(['row:2027-01#2'])
})

test('a row can be added for the year, each quarter and each month', () => {
  expect(periodsOfYear(2027)).toHaveLength(17)
  expect(periodsOfYear(2027).slice(0, 6)).toEqual(['2027', '2027-Q1', '2027-01', '2027-02', '2027-03', '2027-Q2'])
})
