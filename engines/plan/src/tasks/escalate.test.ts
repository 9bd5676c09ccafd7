import { parseDay, parsePeriod } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import type { PlanTask } from '../plan.ts'
import { escalate } from './escalate.ts'

const task = (id: string, dueDay: string | null, facts: Partial<PlanTask> = {}): PlanTask => ({
  id,
  title: id,
  detail: '',
  period: parsePeriod('2027-03'),
  side: 'agency',
  team: 'operations',
  owner: '林晓',
  startDay: null,
  dueDay: dueDay === null ? null : parseDay(dueDay),
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: [],
  eventId: null,
  templateId: null,
  evidence: '',
  done: false,
  source: null,
  ...facts,
})

const TODAY = parseDay('2027-03-10')
const told = (tasks: readonly PlanTask[]) => escalate(tasks, TODAY).map((e) => [e.task.id, e.daysLate, e.step])

test('[P3.22] an overdue task is heard of by its owner, then the team, then the head; done and undated ones by nobody', () => {
  const tasks = [
    task('today', '2027-03-10'),
    task('one', '2027-03-09'),
    task('three', '2027-03-07'),
    task('week', '2027-03-03'),
    task('done', '2027-03-01', { done: true }),
    task('undated', null),
  ]
  expect(told(tasks)).toEqual([
    ['week', 7, 'head'],
    ['three', 3, 'team'],
    ['one', 1, 'owner'],
  ])
})

test('[P3.22] what others wait for is heard of one step earlier, and they are named, one behind the other', () => {
  const tasks = [
    task('layout', '2027-03-09'),
    task('photos', '2027-03-20', { dependsOn: ['layout'] }),
    task('page', '2027-03-25', { dependsOn: ['photos'] }),
    task('old', '2027-03-05', { dependsOn: ['layout'], done: true }),
  ]
  expect(escalate(tasks, TODAY)).toMatchObject([{ step: 'team', waiting: ['photos', 'page'] }])
})

test('tasks that wait for each other in a circle are counted once', () => {
  const tasks = [task('a', '2027-03-01', { dependsOn: ['b'] }), task('b', '2027-03-20', { dependsOn: ['a'] })]
  expect(escalate(tasks, TODAY)).toMatchObject([{ task: { id: 'a' }, step: 'head', waiting: ['b'] }])
})
