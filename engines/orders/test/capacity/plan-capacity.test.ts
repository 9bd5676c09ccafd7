import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { planCapacity } from '../../src/index.ts'

const DEMAND = {
  dayOrders: 400_000,
  dayOrdersHigh: 600_000,
  busiestMinuteBp: 150,
  secondOverMinuteBp: 30_000,
  day: parseDay('2026-11-11'),
}
const SUPPLY = {
  nodePerSecond: 200,
  headroomBp: 3000,
  spareNodes: 1,
  baseNodes: 1,
  nodeDayCents: 12_000,
  leadDays: 7,
  daysBefore: 3,
  daysAfter: 2,
}

describe('[P7.14] a capacity plan', () => {
  test('matches the plan worked out by hand', () => {
    // Busiest minute 1.5 % of 600,000 = 9,000 orders, 150 a second on average, three times that in its busiest second: 450.
    // 450 × 1.3 = 585 ÷ 200 = 2.93 → 3 nodes, one spare: 4. Three more than run anyway, for 3 + 1 + 2 days: 18 node days × ¥120.
    expect(planCapacity(DEMAND, SUPPLY, null)).toEqual({
      peakPerSecond: 300,
      peakPerSecondHigh: 450,
      nodes: 4,
      extraNodes: 3,
      orderBy: '2026-11-01',
      readyFrom: '2026-11-08',
      scaleBackOn: '2026-11-14',
      nodeDays: 18,
      costCents: 216_000,
      leftCents: null,
      overCents: null,
    })
  })

  test.each([
    ['fits what is left of the technology line', { limitCents: 1_500_000, spentCents: 1_200_000 }, 300_000, 0],
    ['warns by what it costs beyond it', { limitCents: 1_500_000, spentCents: 1_400_000 }, 100_000, 116_000],
    ['warns by all of it when the line is spent', { limitCents: 1_000_000, spentCents: 1_100_000 }, -100_000, 316_000],
  ])('%s', (_, line, leftCents, overCents) => {
    expect(planCapacity(DEMAND, SUPPLY, { profile: 'd4', shareBp: 1500, ...line })).toMatchObject({
      leftCents,
      overCents,
    })
  })

  test('a shop that its base nodes carry needs nothing and pays nothing', () => {
    const small = { ...DEMAND, dayOrders: 2000, dayOrdersHigh: 3000 }
    expect(planCapacity(small, { ...SUPPLY, baseNodes: 2 }, null)).toMatchObject({
      nodes: 2,
      extraNodes: 0,
      costCents: 0,
    })
  })
})
