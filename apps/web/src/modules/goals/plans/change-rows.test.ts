import type { PlanComparison, PlanDetail, Unit } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import type { Format } from '../../../format/use-format.ts'
import { changeRows } from './change-rows.ts'
import { planCounts } from './plan-counts.ts'
import { valueText } from './value-text.ts'

type Change = PlanComparison['changes'][number]

const change = (some: Partial<Change>): Change => ({
  part: 'goals',
  list: 'goals',
  id: 'g',
  name: '销售额',
  kind: 'changed',
  fields: [],
  ...some,
})
const field = (name: string, before: unknown, after: unknown) => ({ field: name, before, after })
const rowsOf = (...changes: Change[]) => changeRows({ from: '1', to: 'draft', changes })

test('a changed object is one line a field, one that came or went is one line', () => {
  const rows = rowsOf(
    change({ fields: [field('target', 1, 2), field('owner', null, '小李')] }),
    change({ id: 'h', kind: 'added', fields: [field('target', null, 5), field('period', null, '2027')] }),
  )
  expect(rows.map(({ key, field: name }) => [key, name])).toEqual([
    ['goals/g/target', 'target'],
    ['goals/g/owner', 'owner'],
    ['goals/h', null],
  ])
})

test('dates that every approval sets are not shown as changes', () => {
  const fields = [field('baselineFromDay', null, '2027-05-01'), field('source', null, {}), field('toDay', 'a', 'b')]
  expect(rowsOf(change({ list: 'events', fields })).map(({ field: name }) => name)).toEqual(['toDay'])
})

const format = {
  exact: (value: number, unit: Unit | null) => `${unit}:${value}`,
  percent: (share: number) => `${share * 100}%`,
  count: (value: number) => `#${value}`,
} as unknown as Format
const goal = { id: 'g', metric: 'paid', period: '2027', set: 'all', scope: {}, target: 5 }
const plan = { year: 2027, goals: [goal], tasks: [], requests: [] } as unknown as PlanDetail
const words = {
  format,
  language: 'zh' as const,
  unitOf: (metric: string): Unit | null => (metric === 'paid' ? 'money' : null),
}

test.each([
  ['target', 500, 'money:500'],
  ['amountCents', 500, 'money:500'],
  ['shareBp', 4000, '40%'],
  ['position', 7, '#7'],
  ['locked', true, '是'],
  ['owner', '', '–'],
  ['owner', null, '–'],
  ['scope', { category: '美妆' }, '{"category":"美妆"}'],
])('%s %j reads %s', (name, value, text) => {
  const [row] = rowsOf(change({ fields: [field(name, null, value)] }))
  if (!row) throw new Error('one field is one line')
  expect(valueText({ row, value, plan, words })).toBe(text)
})

test('the year’s sales are the whole shop’s, paid before GMV', () => {
  const other = { ...goal, id: 'h', metric: 'gmv', target: 9 }
  const part = { ...goal, id: 'p', scope: { category: '美妆' }, target: null }
  const counts = planCounts({ ...plan, goals: [part, other, goal] } as unknown as PlanDetail)
  expect(counts).toMatchObject({ goals: 3, unset: 1, sales: { id: 'g', target: 5 } })
  expect(planCounts({ ...plan, goals: [] } as unknown as PlanDetail).sales).toBeNull()
})
