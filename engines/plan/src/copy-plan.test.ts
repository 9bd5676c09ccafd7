import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import { parseDay, parsePeriod } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import { copyPlan } from './copy-plan.ts'
import { emptyPlan } from './empty-plan.ts'
import type { Plan } from './plan.ts'
import { planFaults } from './structure/plan-faults.ts'

const event = (id: string, fromDay: string, toDay: string): Plan['events'][number] => ({
  id,
  occasionId: null,
  kind: 'shop',
  name: id,
  declaredQuarter: parsePeriod('2028-Q1'),
  mainDay: parseDay(fromDay),
  fromDay: parseDay(fromDay),
  toDay: parseDay(toDay),
  baselineFromDay: parseDay(fromDay),
  baselineToDay: parseDay(toDay),
  theme: '',
  mechanics: [],
  channels: [],
  owner: null,
  note: '',
  source: { file: 'a.csv', sheet: null, row: 2, column: null },
})

const leap: Plan = {
  ...emptyPlan({ id: 'plan-2028', year: 2028, name: '2028', currency: 'CNY' }),
  events: [
    event('29 February', '2028-02-29', '2028-03-01'),
    event('28 February', '2028-02-28', '2028-02-29'),
    event('over the new year', '2028-12-30', '2029-01-03'),
  ],
}

test('a copy stands in its own year, 29 February on the 28th, and every event keeps at least a day', () => {
  const copy = copyPlan(leap, { id: 'plan-2029', year: 2029, name: '2029', currency: 'CNY' }, [])
  expect(copy.events.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
    ['2029-02-28', '2029-03-01'],
    ['2029-02-28', '2029-03-01'],
    ['2029-12-30', '2030-01-03'],
  ])
  expect(copy.events[0]).toMatchObject({ declaredQuarter: '2029-Q1', baselineFromDay: null, source: null })
  expect(copy).toMatchObject({ id: 'plan-2029', year: 2029, name: '2029' })
  expect(planFaults(copy)).toEqual([])
})

const task = (id: string, eventId: string | null, dueDay: string): Plan['tasks'][number] => ({
  id,
  title: id,
  detail: '',
  period: parsePeriod(dueDay.slice(0, 7)),
  side: 'agency',
  team: 'operations',
  owner: null,
  startDay: null,
  dueDay: parseDay(dueDay),
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: [],
  eventId,
  templateId: null,
  evidence: '',
  done: true,
  source: null,
})

test('an event follows its occasion by the moon, and the tasks that prepare it keep their lead', () => {
  const plan = {
    ...leap,
    events: [
      { ...event('年货', '2028-01-06', '2028-01-20'), occasionId: 'newYearGoods', mainDay: parseDay('2028-01-10') },
    ],
    tasks: [task('报名', '年货', '2028-01-02'), task('周报', null, '2028-01-07')],
  }
  const rule = TMALL_OCCASIONS.find(({ id }) => id === plan.events[0]?.occasionId)
  const copy = copyPlan(plan, { id: 'plan-2029', year: 2029, name: '2029', currency: 'CNY' }, TMALL_OCCASIONS)
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
  const [moved] = copy.events
  expect(rule).toBeDefined()
  const shift = days('2028-01-06', moved?.fromDay ?? '')
  expect(shift).not.toBe(366)
  expect(days('2028-01-10', moved?.mainDay ?? '')).toBe(shift)
  expect(days('2028-01-02', copy.tasks[0]?.dueDay ?? '')).toBe(shift)
  expect(copy.tasks[0]?.period).toBe(copy.tasks[0]?.dueDay?.slice(0, 7))
  expect(copy.tasks[1]).toMatchObject({ dueDay: '2029-01-07', period: '2029-01', done: false })
})
