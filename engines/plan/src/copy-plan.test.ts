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
  const copy = copyPlan(leap, { id: 'plan-2029', year: 2029, name: '2029', currency: 'CNY' })
  expect(copy.events.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
    ['2029-02-28', '2029-03-01'],
    ['2029-02-28', '2029-03-01'],
    ['2029-12-30', '2030-01-03'],
  ])
  expect(copy.events[0]).toMatchObject({ declaredQuarter: '2029-Q1', baselineFromDay: null, source: null })
  expect(copy).toMatchObject({ id: 'plan-2029', year: 2029, name: '2029' })
  expect(planFaults(copy)).toEqual([])
})
