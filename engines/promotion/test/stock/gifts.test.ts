import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { giftSkusOf, type PaidOrder, type Rule, refundOrder, stockNeeds } from '../../src/index.ts'
import { cartOf, orderId, StockRoom } from './stock-room.ts'

/** 满200赠杯子; gone, a towel instead. */
const GIFT: Rule = {
  ruleId: 'gift',
  name: '满200赠杯子',
  mechanic: 'giftWithPurchase',
  params: { tiers: [{ minCents: 20_000, gifts: [{ skuId: 'cup', units: 1, instead: ['towel'] }] }] },
}

const shop = (cups: number, towels: number) => {
  const room = new StockRoom([GIFT])
  room.open('serum', 1000)
  room.open('cup', cups)
  room.open('towel', towels)
  return room
}

describe('gifts are stock', () => {
  it('[P6.07] what an order needs from stock: its goods, and its gift with what stands in for it', () => {
    const room = shop(9, 9)
    const cart = cartOf({ serum: 2 })
    expect(stockNeeds(room.rules, room.price(cart))).toEqual([
      { skuId: 'serum', units: 2 },
      { skuId: 'cup', units: 1, gift: { instead: ['towel'] } },
    ])
    expect(stockNeeds(room.rules, room.price(cartOf({ serum: 1 })))).toEqual([{ skuId: 'serum', units: 1 }])
    expect(giftSkusOf(room.rules)).toEqual(['cup', 'towel'])
    const gone = { ...cart, giftStock: { cup: 0, towel: 3 } }
    expect(stockNeeds(room.rules, room.price(gone))[1]).toEqual({ skuId: 'towel', units: 1, gift: { instead: [] } })
  })

  it('[P5.21] [P6.07] no order is promised a gift that is gone: each accepted order holds its cup or its towel, whoever lapses, pays or returns', () => {
    const room = shop(7, 5)
    const rng = createRng('gifts')
    let lapsed = 0
    for (let n = 1; n <= 300; n++) {
      const { code } = room.place({ order: n, buyer: n, cart: cartOf({ serum: 2 }), holdMs: 60_000 })
      expect(['accepted', 'gift_gone']).toContain(code)
      if (code === 'gift_gone') expect(room.item('cup').free + room.item('towel').free).toBe(0)
      if (rng.int(12) === 0) room.send({ kind: 'pay', order: orderId(1 + rng.int(n)), amountCents: 20_000 })
      if (rng.int(6) === 0) room.wait(30_000)
      const live = Array.from({ length: n }, (_, i) => room.order(i + 1)).filter(
        (order) => order?.state === 'held' || order?.state === 'sold',
      )
      const gifts = live.map((order) => order?.lines.filter((line) => line.gift) ?? [])
      expect(gifts.every((lines) => lines.length === 1)).toBe(true)
      const promised = (skuId: string) => gifts.filter(([line]) => line?.item === room.numberOf(skuId)).length
      for (const skuId of ['cup', 'towel']) {
        const { held, sold, stock } = room.item(skuId)
        expect(promised(skuId)).toBe(held + sold)
        expect(held + sold).toBeLessThanOrEqual(stock)
      }
      lapsed = n - live.length
    }
    expect(lapsed).toBeGreaterThan(50)
    expect(room.item('cup').sold + room.item('towel').sold).toBeGreaterThan(5)
  })

  it('[P6.07] the main item comes back: the gift is due back, and back in stock it can be promised again', () => {
    const room = shop(1, 0)
    const cart = cartOf({ serum: 2 })
    expect(room.place({ order: 1, buyer: 1, cart, paid: true }).code).toBe('accepted')
    expect(room.place({ order: 2, buyer: 2, cart, paid: true }).code).toBe('gift_gone')
    const order: PaidOrder = { cart, priced: room.price(cart), ruleSet: room.rules }
    const refunded = refundOrder(order, 'keepShares', [{ lines: [{ lineId: 'serum', units: 1 }] }])
    const due = refunded.ok ? refunded.value.refunds.flatMap(({ grantsBack }) => grantsBack) : []
    expect(due).toMatchObject([{ kind: 'gift', skuId: 'cup', units: 1 }])
    const back = { kind: 'returnGoods', order: orderId(1), scrap: false, restoreLimit: false } as const
    room.send({ ...back, item: room.numberOf('serum'), quantity: 1 })
    for (const gift of due)
      if (gift.kind === 'gift') room.send({ ...back, item: room.numberOf(gift.skuId), quantity: gift.units })
    expect(room.item('cup')).toMatchObject({ free: 1, sold: 0 })
    expect(room.place({ order: 3, buyer: 2, cart, paid: true }).code).toBe('accepted')
  })
})
