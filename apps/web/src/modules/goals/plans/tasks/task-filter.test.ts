import type { PlanTask } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { filterTasks, isOverdue, periodsOf, readTaskFilter } from './task-filter.ts'

const task = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  title: id,
  detail: '',
  period: '2027-03',
  side: 'agency',
  team: 'operations',
  owner: null,
  startDay: null,
  dueDay: null,
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: [],
  eventId: null,
  templateId: null,
  evidence: '',
  done: false,
  source: null,
  ...more,
})

const tasks = [
  task('b', { period: '2027-05', team: 'design' }),
  task('a', { dueDay: '2027-03-20', owner: '小李', done: true }),
  task('c', { dueDay: '2027-03-05' }),
]
const from = (search: string) => readTaskFilter((name) => new URLSearchParams(search).get(name))
const ids = (search: string) => filterTasks(tasks, from(search)).map(({ id }) => id)

test.each([
  ['', ['c', 'a', 'b']],
  ['period=2027-05', ['b']],
  ['team=design', ['b']],
  ['side=merchant', []],
  ['open=1', ['c', 'b']],
  ['unowned=1', ['c', 'b']],
])('the filter "%s" lists %j, the earliest first', (search, listed) => {
  expect(ids(search)).toEqual(listed)
})

test('periods are offered once, in order', () => {
  expect(periodsOf(tasks)).toEqual(['2027-03', '2027-05'])
})

test('a task is overdue from the day after it was due, unless it is done', () => {
  expect(tasks.map((t) => isOverdue(t, '2027-03-06'))).toEqual([false, false, true])
  expect(isOverdue(task('d', { dueDay: '2027-03-06' }), '2027-03-06')).toBe(false)
})
