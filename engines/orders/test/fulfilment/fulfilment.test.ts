import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { lateReason, promiseDelivery, splitOrder, type Warehouse } from '../../src/index.ts'

const HOUR = 3_600_000
const NOON = Date.parse('2026-11-11T04:00:00.000Z')
const EAST: Warehouse = {
  warehouseId: 'east',
  daysByProvince: { 浙江: 1, 广东: 3 },
  daysElsewhere: 4,
  dispatchHours: 24,
}
const SOUTH: Warehouse = {
  warehouseId: 'south',
  daysByProvince: { 浙江: 3, 广东: 1 },
  daysElsewhere: 5,
  dispatchHours: 24,
}
const lines = [
  { lineId: 'l1', skuId: 'a', units: 2 },
  { lineId: 'l2', skuId: 'b', units: 3 },
]
const split = (warehouses: Warehouse[], province = '广东') => {
  const { shares, missing } = splitOrder(lines, { warehouses, province })
  return {
    shares: shares.map(({ warehouse, lines: of }) =>
      [warehouse.warehouseId, ...of.map((l) => `${l.lineId}×${l.units}`)].join(' '),
    ),
    missing: missing.map((l) => `${l.lineId}×${l.units}`),
  }
}

describe('[P7.17] splitting an order by warehouse', () => {
  test.each([
    ['one that has everything sends one parcel: the fastest to the province', [EAST, SOUTH], ['south l1×2 l2×3'], []],
    [
      'the other one when the fastest lacks something',
      [EAST, { ...SOUTH, stock: { a: 2, b: 2 } }],
      ['east l1×2 l2×3'],
      [],
    ],
    [
      'two parcels when none has everything, the larger share first',
      [
        { ...EAST, stock: { a: 2 } },
        { ...SOUTH, stock: { b: 3 } },
      ],
      ['south l2×3', 'east l1×2'],
      [],
    ],
    [
      'a line may be split',
      [
        { ...EAST, stock: { a: 2, b: 2 } },
        { ...SOUTH, stock: { b: 1 } },
      ],
      ['east l1×2 l2×2', 'south l2×1'],
      [],
    ],
    ['what nobody has is named', [{ ...EAST, stock: { a: 1 } }], ['east l1×1'], ['l1×1', 'l2×3']],
    ['without a warehouse everything is missing', [], [], ['l1×2', 'l2×3']],
  ])('%s', (_, warehouses, shares, missing) => {
    expect(split(warehouses as Warehouse[])).toEqual({ shares, missing })
  })
})

describe('[P7.17] the promised date', () => {
  const carriers = [
    { carrierId: 'slow', parcelCents: 300, days: 2, excludes: ['西藏'] },
    { carrierId: 'fast', parcelCents: 900, days: 0, excludes: [] },
  ]
  const ask = { warehouse: EAST, carriers, province: '浙江', paidAt: NOON, promiseBy: 0, slackDays: 1 }
  test('the cheapest carrier, its time and a day of slack', () => {
    expect(promiseDelivery(ask)).toEqual({
      carrierId: 'slow',
      parcelCents: 300,
      promisedAt: NOON + (24 + 72 + 24) * HOUR,
    })
  })
  test('the dearer one when only it keeps the date, and where the cheap one does not go', () => {
    expect(promiseDelivery({ ...ask, promiseBy: NOON + 48 * HOUR })?.carrierId).toBe('fast')
    expect(promiseDelivery({ ...ask, province: '西藏' })?.carrierId).toBe('fast')
    expect(promiseDelivery({ ...ask, carriers: [] })).toBeUndefined()
  })
})

describe('[P7.17] late parcels', () => {
  const at = (hours: number): number => NOON + hours * HOUR
  const sent = { state: 'sent', promisedAt: at(120), sentAt: at(0), scannedAt: at(0) } as const
  test.each([
    ['in time', { ...sent, scannedAt: at(20) }, 30, null],
    ['a day without a scan', sent, 25, 'silent'],
    ['sent too late for its promise', { ...sent, sentAt: at(60), scannedAt: at(60) }, 61, 'slow'],
    ['still in the warehouse', { ...sent, state: 'planned', sentAt: 0, scannedAt: 0 }, 49, 'not_sent'],
    ['past its promise', { ...sent, scannedAt: at(119) }, 121, 'overdue'],
    ['given up', { ...sent, state: 'lost' }, 1, 'lost'],
    ['arrived', { ...sent, state: 'delivered' }, 500, null],
  ] as const)('%s', (_, parcel, hours, reason) => {
    expect(lateReason(parcel, at(hours))).toBe(reason)
  })

  test('of 400 journeys drawn by lot every parcel that comes late is named before its promise passes', () => {
    const rng = createRng('journeys')
    const seen = { late: 0, named: 0, false: 0 }
    for (let i = 0; i < 400; i++) {
      const promisedAt = 120
      // Warehouses fall behind, parcels lie still for days; a journey under way takes 40 to 70 hours and is scanned twice a day.
      const sentAt = rng.next() < 0.2 ? 40 + rng.int(80) : rng.int(30)
      const stall = rng.next() < 0.15 ? { from: 10 + rng.int(20), hours: 40 + rng.int(80) } : { from: 0, hours: 0 }
      const arrivesAt = sentAt + 40 + rng.int(31) + stall.hours
      let namedAt = Number.POSITIVE_INFINITY
      for (let hour = 1; hour < Math.min(arrivesAt, promisedAt); hour++) {
        const isSent = hour >= sentAt
        const travelled = hour - sentAt
        const stillUntil = stall.from + stall.hours
        const scanned =
          travelled < stall.from ? travelled : travelled < stillUntil ? Math.min(stall.from, travelled) : travelled
        const scannedAt = sentAt + Math.floor(scanned / 12) * 12
        const parcel = {
          state: isSent ? ('sent' as const) : ('planned' as const),
          promisedAt: at(promisedAt),
          sentAt: at(isSent ? sentAt : 0),
          scannedAt: at(scannedAt),
        }
        if (lateReason(parcel, at(hour))) namedAt = Math.min(namedAt, hour)
      }
      const isLate = arrivesAt > promisedAt
      if (isLate) seen.late++
      if (isLate && namedAt < promisedAt) seen.named++
      if (!isLate && namedAt < promisedAt) seen.false++
    }
    expect(seen.late).toBeGreaterThan(40)
    expect(seen.named).toBe(seen.late)
    expect(seen.false).toBeLessThan(0.25 * 400)
  })
})
