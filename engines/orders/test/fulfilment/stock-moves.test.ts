import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { movedStock, type OrderLife, openLife, type Parcel, type StockMove, stockMoves } from '../../src/index.ts'

const parcel = (parcelId: string, warehouse: string, units: number, more: Partial<Parcel> = {}): Parcel => ({
  ...{ parcelId, warehouse, carrier: '', trackingNo: '', promisedAt: 0, state: 'planned', forCase: '' },
  ...{ lines: [{ lineId: 'l1', units }], sentAt: 0, scannedAt: 0, deliveredAt: 0 },
  ...more,
})
const line = { lineId: 'l1', skuId: 'cream', units: 5, payableCents: 500 }
const EMPTY = openLife({ orderId: 'o', payableCents: 500, depositCents: 0, lines: [line], placedAt: 0, holdUntil: 1 })
const having = (...parcels: Parcel[]): OrderLife => ({ ...EMPTY, parcels })
const east = parcel('p1', 'east', 3)

describe('[P7.17] units that parcels take from a warehouse', () => {
  test.each<[string, OrderLife, OrderLife, StockMove[]]>([
    ['a planned parcel takes its units', EMPTY, having(east), [{ warehouse: 'east', skuId: 'cream', units: 3 }]],
    ['the same plan again takes nothing', having(east), having(east), []],
    ['sending moves nothing', having(east), having({ ...east, state: 'sent' }), []],
    [
      'a parcel dropped before it was sent gives back',
      having(east),
      having({ ...east, state: 'dropped' }),
      [{ warehouse: 'east', skuId: 'cream', units: -3 }],
    ],
    [
      'what was sent does not come back by itself',
      having({ ...east, state: 'sent' }),
      having({ ...east, state: 'dropped' }),
      [],
    ],
    ['a replacement takes from no warehouse', EMPTY, having({ ...east, forCase: 'c1', warehouse: '' }), []],
    [
      'dropped here and planned anew there',
      having(east),
      having({ ...east, state: 'dropped' }, parcel('p2', 'south', 3)),
      [
        { warehouse: 'east', skuId: 'cream', units: -3 },
        { warehouse: 'south', skuId: 'cream', units: 3 },
      ],
    ],
  ])('%s', (_, before, after, moves) => expect(stockMoves(before, after)).toEqual(moves))

  test('a warehouse with too few units gives none of them, and says of what', () => {
    const moves = [
      { warehouse: 'east', skuId: 'mask', units: 1 },
      { warehouse: 'east', skuId: 'cream', units: 3 },
    ]
    expect(movedStock({ cream: 2, mask: 5 }, moves)).toEqual({
      ok: false,
      error: { skuId: 'cream', left: 2, units: 3 },
    })
    expect(movedStock({ cream: 3, mask: 5 }, moves)).toEqual({ ok: true, value: { cream: 0, mask: 4 } })
  })

  test('whatever is planned, sent and dropped in whatever order, what is there and what was taken is what there was', () => {
    const rng = createRng('warehouse')
    for (let shop = 0; shop < 50; shop++) {
      let stock: Record<string, number> = { cream: 10 }
      let life = EMPTY
      for (let step = 0; step < 60; step++) {
        const i = rng.int(life.parcels.length + 1)
        const known = life.parcels[i]
        const state = rng.next() < 0.5 ? 'sent' : 'dropped'
        const parcels =
          known?.state === 'planned'
            ? life.parcels.map((one) => (one === known ? ({ ...one, state } as const) : one))
            : [...life.parcels, parcel(`p${step}`, 'east', 1 + rng.int(4))]
        const moved = movedStock(stock, stockMoves(life, having(...parcels)))
        if (!moved.ok) continue
        stock = moved.value
        life = having(...parcels)
        const out = life.parcels.flatMap((one) => (one.state === 'dropped' ? [] : one.lines))
        expect(stock.cream).toBeGreaterThanOrEqual(0)
        expect((stock.cream ?? 0) + out.reduce((sum, { units }) => sum + units, 0)).toBe(10)
      }
    }
  })
})
