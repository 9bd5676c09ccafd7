import { describe, expect, it } from 'vitest'
import { advanceTo, apply, clearEvents, EVENT, encodeFrame, readItem, readOrder } from '../../src/index.ts'
import { idOf, NOON, reserveOf, Shop } from '../support/shop.ts'

describe('an id', () => {
  it('is answered the same ever again, also a refusal after stock has come back', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 1)
    const first = shop.reserve({ id: idOf(900), lines: [{ item: 1 }] })
    const refused = shop.reserve({ id: idOf(901), lines: [{ item: 1 }] })
    shop.send({ kind: 'adjustStock', item: 1, delta: 5 })
    expect(shop.reserve({ id: idOf(900), lines: [{ item: 1 }] })).toEqual({ ...first, repeated: true })
    expect(shop.reserve({ id: idOf(901), lines: [{ item: 1 }] })).toEqual({ ...refused, repeated: true })
    expect(shop.item(1)).toMatchObject({ free: 5, held: 1 })
  })

  it('stands for one request: other content is refused, another network is not other content', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9)
    shop.reserve({ id: idOf(900), lines: [{ item: 1 }] })
    expect(shop.reserve({ id: idOf(900), lines: [{ item: 1, quantity: 2 }] }).code).toBe('id_reused')
    const signals = { source: [9, 9], device: [8, 8], accountAgeDays: 3, verified: true } as const
    const elsewhere = { ...signals, newAddress: false, newDevice: true, proxyNetwork: true }
    expect(shop.reserve({ id: idOf(900), signals: elsewhere, lines: [{ item: 1 }] })).toMatchObject({ repeated: true })
  })

  it('that has been forgotten is never run a second time: its request is too old by then', () => {
    const shop = new Shop({ replies: 4 })
    shop.open(1, 'sku', 99)
    shop.reserve({ id: idOf(900), lines: [{ item: 1 }] })
    for (let i = 0; i < 4; i++) {
      shop.now += 1000
      shop.reserve({ lines: [{ item: 1 }] })
    }
    expect(shop.reserve({ id: idOf(900), issuedAt: NOON, lines: [{ item: 1 }] }).code).toBe('too_old')
    expect(shop.item(1).held).toBe(5)
  })

  it('of a request from the future or from long ago is refused and may come again', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9)
    const wish = { id: idOf(900), lines: [{ item: 1 }] }
    expect(shop.reserve({ ...wish, issuedAt: NOON + 5000 }).code).toBe('from_future')
    expect(shop.reserve({ ...wish, issuedAt: NOON - 25 * 3_600_000 }).code).toBe('too_old')
    expect(shop.reserve(wish).code).toBe('accepted')
  })

  it('of a second payment is told that the order is paid, so that it can be refunded', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 1)
    shop.reserve({ lines: [{ item: 1 }] })
    const order = shop.lastId
    expect(shop.send({ id: idOf(500), kind: 'pay', order, amountCents: 9_900 }).code).toBe('accepted')
    expect(shop.send({ id: idOf(500), kind: 'pay', order, amountCents: 9_900 })).toMatchObject({
      code: 'accepted',
      repeated: true,
    })
    expect(shop.send({ id: idOf(501), kind: 'pay', order, amountCents: 9_900 }).code).toBe('already_paid')
    expect(shop.item(1).sold).toBe(1)
  })
})

describe('time', () => {
  it('frees an unpaid order within a tick of its deadline, never before, and notes which', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 1)
    shop.reserve({ holdMs: 5000, lines: [{ item: 1 }] })
    advanceTo(shop.core, NOON + 4999)
    expect(shop.item(1).held).toBe(1)
    advanceTo(shop.core, NOON + 5015)
    expect(shop.item(1).free).toBe(1)
    const { words, count } = shop.core.events
    expect([count, words[0], [...words.subarray(1, 5)]]).toEqual([1, EVENT.orderLapsed, [...shop.lastId]])
    clearEvents(shop.core.events)
  })

  it('that runs backwards changes nothing', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 1)
    shop.reserve({ holdMs: 5000, lines: [{ item: 1 }] })
    advanceTo(shop.core, NOON - 3_600_000)
    advanceTo(shop.core, NOON + 5015)
    advanceTo(shop.core, NOON)
    expect(shop.item(1).free).toBe(1)
  })

  it('of years passes at once, and forgets what is past its retention', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 2)
    shop.reserve({ holdMs: 5000, lines: [{ item: 1 }] })
    const lapsing = shop.lastId
    shop.reserve({ paid: true, lines: [{ item: 1 }] })
    advanceTo(shop.core, NOON + 5 * 365 * 86_400_000)
    expect([readOrder(shop.core, lapsing), readOrder(shop.core, shop.lastId)]).toEqual([undefined, undefined])
    expect(shop.item(1)).toMatchObject({ free: 1, held: 0, sold: 1 })
  })

  it('late money takes the stock again under the limits, or is due for refund', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 2, { buyerLimit: 1 })
    shop.reserve({ holdMs: 1000, lines: [{ item: 1 }] })
    const late = shop.lastId
    shop.now += 2000
    shop.reserve({ lines: [{ item: 1 }] })
    expect(shop.send({ kind: 'pay', order: late, amountCents: 9_900 }).code).toBe('refund_due')
    shop.reserve({ buyer: [2, 0], holdMs: 1000, lines: [{ item: 1 }] })
    const other = shop.lastId
    shop.now += 2000
    expect(shop.send({ kind: 'pay', order: other, amountCents: 9_900 }).code).toBe('accepted_late')
    expect(shop.item(1)).toMatchObject({ free: 0, held: 1, sold: 1 })
  })

  it('a hundred thousand reservations over five minutes lapse each within 50 ms of its deadline', () => {
    const count = 100_000
    const shop = new Shop({ orders: count, lines: count, replies: 1 << 17, commandsMax: 1024 })
    shop.open(1, 'sku', count)
    for (let from = 0; from < count; from += 1000) {
      const frame = encodeFrame(
        Array.from({ length: 1000 }, (_, i) => ({
          ...reserveOf({ holdMs: 1 + (((from + i) * 2_654_435) % 300_000), lines: [{ item: 1 }] }),
          id: idOf(10_000 + from + i),
          issuedAt: NOON,
        })),
      )
      apply(shop.core, frame, NOON)
    }
    expect(readItem(shop.core, 1)?.held).toBe(count)
    let worst = 0
    // The server reads the clock every 10 ms.
    for (let now = NOON; now <= NOON + 300_020; now += 10) {
      advanceTo(shop.core, now)
      const { words, count: lapsed } = shop.core.events
      for (let i = 0; i < lapsed; i++) worst = Math.max(worst, (now | 0) - (words[i * 8 + 5] as number))
      clearEvents(shop.core.events)
    }
    expect(shop.item(1)).toMatchObject({ free: count, held: 0 })
    expect(worst).toBeLessThanOrEqual(50)
  })
})
