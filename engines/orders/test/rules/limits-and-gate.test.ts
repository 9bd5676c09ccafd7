import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { placeByLot } from '../../src/gate/lottery.ts'
import { NO_SIGNALS } from '../../src/index.ts'
import { NOON, Shop } from '../support/shop.ts'

describe('limits', () => {
  it('count over all orders of a person and all items of a group, and come back with a release', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9, { buyerLimit: 2 })
    shop.open(2, 'sku', 9, { limitGroup: 1 })
    shop.reserve({ lines: [{ item: 1 }] })
    const first = shop.lastId
    expect(shop.reserve({ lines: [{ item: 2, quantity: 2 }] })).toMatchObject({ code: 'buyer_limit', detail: 1 })
    expect(shop.reserve({ lines: [{ item: 2 }] }).code).toBe('accepted')
    expect(shop.send({ kind: 'release', order: first }).code).toBe('accepted')
    expect(shop.reserve({ lines: [{ item: 2 }] }).code).toBe('accepted')
  })

  it('of an address hold over persons; an order without an address has none', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9, { addressLimit: 1 })
    expect(shop.reserve({ buyer: [1, 0], address: [7, 7], lines: [{ item: 1 }] }).code).toBe('accepted')
    expect(shop.reserve({ buyer: [2, 0], address: [7, 7], lines: [{ item: 1 }] }).code).toBe('address_limit')
    expect(shop.reserve({ buyer: [3, 0], lines: [{ item: 1 }] }).code).toBe('accepted')
  })
})

describe('[P7.13] a gate', () => {
  const OPENS = NOON + 10_000
  const gated = (sourceLimit = 0) => {
    const shop = new Shop({ tickets: 4096 })
    shop.send({ kind: 'openGate', gate: 1, perSecond: 10, sourceLimit, seed: 11, opensAt: OPENS, ticketSeconds: 60 })
    shop.open(1, 'sku', 99, { gate: 1 })
    return shop
  }
  const enter = (shop: Shop, buyer: number, source = 1) =>
    shop.send({ kind: 'enterGate', gate: 1, buyer: [buyer, 0], signals: { ...NO_SIGNALS, source: [source, 0] } })

  it('lets in who holds a called ticket, once a ticket', () => {
    const shop = gated()
    const order = { buyer: [5, 0], lines: [{ item: 1 }] } as const
    expect(shop.reserve(order).code).toBe('ticket_missing')
    enter(shop, 5)
    expect(shop.reserve(order).code).toBe('ticket_waiting')
    shop.now = OPENS + 100
    expect(shop.reserve(order).code).toBe('accepted')
    expect(shop.reserve(order).code).toBe('ticket_missing')
  })

  it('calls its pace and no more: of forty waiting, ten are called a second', () => {
    const shop = gated()
    for (let buyer = 1; buyer <= 40; buyer++) enter(shop, buyer)
    shop.now = OPENS + 1000
    const called = Array.from({ length: 40 }, (_, i) => enter(shop, i + 1)).filter(({ detail }) => detail === 0)
    expect(called).toHaveLength(10)
  })

  it('a buyer who asks again keeps the place, and one source takes no more tickets than its share', () => {
    const shop = gated(3)
    for (let buyer = 1; buyer <= 3; buyer++) expect(enter(shop, buyer, 7).code).toBe('accepted')
    expect(enter(shop, 4, 7).code).toBe('source_limit')
    expect(enter(shop, 1, 7).code).toBe('accepted')
    expect(enter(shop, 9, 8).code).toBe('accepted')
  })

  it('draws who came before opening by lot: every place once, and coming first by a hair is worth nothing', () => {
    const size = 1000
    const places = Array.from({ length: size }, (_, n) => placeByLot(n, size, 12_345))
    expect(new Set(places).size).toBe(size)
    expect(Math.max(...places)).toBe(size - 1)
    const firstHundred = places.slice(0, 100).reduce((sum, place) => sum + place, 0) / 100
    // A mean of 100 places drawn from 1,000: 499.5, give or take three standard errors of 28.9.
    expect(Math.abs(firstHundred - 499.5)).toBeLessThan(87)
    expect(places).not.toEqual(Array.from({ length: size }, (_, n) => placeByLot(n, size, 54_321)))
    const rng = createRng('lot')
    for (let i = 0; i < 50; i++) {
      const n = 2 + rng.int(70)
      expect(new Set(Array.from({ length: n }, (_, k) => placeByLot(k, n, i))).size).toBe(n)
    }
  })
})
