import { expect, test } from 'vitest'
import { capacityWarnings } from './capacity-warnings.ts'

const PLAN: Parameters<typeof capacityWarnings>[0] & { technology: object } = {
  day: '2026-11-11',
  ordersFrom: 'forecast',
  nodeFrom: 'load_test',
  minuteFrom: 'last_year',
  dayOrders: 1,
  dayOrdersHigh: 1,
  busiestMinuteBp: 100,
  nodePerSecond: 1,
  peakPerSecond: 1,
  peakPerSecondHigh: 1,
  nodes: 4,
  extraNodes: 3,
  orderBy: '2026-11-01',
  readyFrom: '2026-11-08',
  scaleBackOn: '2026-11-14',
  nodeDays: 18,
  costCents: 216_000,
  technology: {
    profile: 'd4',
    shareBp: 1500,
    limitCents: 1_500_000,
    spentCents: 0,
    leftCents: 1_500_000,
    overCents: 0,
  },
}
const OCTOBER = { now: new Date('2026-10-10T00:00:00.000Z'), timezone: 'Asia/Shanghai', plan: 'y2026' }
const codes = (change: object, given: object = {}) =>
  capacityWarnings({ ...PLAN, ...change }, { ...OCTOBER, ...given }).map(({ code }) => code)

test.each([
  ['a plan that fits is not warned about', {}, {}, []],
  [
    '[P7.14] a cost over the technology share warns',
    { technology: { ...PLAN.technology, overCents: 1 } },
    {},
    ['over_technology_share'],
  ],
  ['a plan without a technology line cannot be checked', { technology: null }, {}, ['no_technology_line']],
  ['nodes that had to be ordered by now', {}, { now: new Date('2026-11-02T00:00:00.000Z') }, ['too_late']],
  ['a busiest minute that nobody measured', { minuteFrom: 'preset' }, {}, ['preset_minute']],
] as const)('%s', (_, change, given, expected) => {
  expect(codes(change, given)).toEqual(expected)
})

test('[P7.14] the warning says how much is over, in both languages', () => {
  const technology = { ...PLAN.technology, overCents: 116_000 }
  const [warning] = capacityWarnings({ ...PLAN, technology }, OCTOBER)
  expect(warning?.zh).toContain('¥1160.00')
  expect(warning?.en).toContain('¥1160.00')
})
