import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { jointStock, type Rule } from '../../src/index.ts'
import { cartOf, NOON, orderId, StockRoom } from './stock-room.ts'

const HOUR = 3_600_000
const after = (hours: number) => new Date(NOON + hours * HOUR).toISOString()

const PRESALE: Rule = {
  ruleId: 'presale',
  name: '预售',
  mechanic: 'presale',
  scope: { skuIds: ['serum'] },
  params: {
    depositCents: 2000,
    countsAsCents: 4000,
    depositUntil: after(10),
    balanceFrom: after(10),
    balanceUntil: after(20),
  },
}

describe('a presale', () => {
  it('[P6.13] locked units are the paid deposits at all times, whoever pays, lapses, asks again or comes late', () => {
    const room = new StockRoom([PRESALE])
    room.open('serum', 40, {
      kind: 'presale',
      terms: { balanceFrom: NOON + 10 * HOUR, balanceUntil: NOON + 20 * HOUR },
    })
    const rng = createRng('presale')
    const cart = cartOf({ serum: 1 })
    const { depositCents, balanceCents } = { depositCents: 2000, balanceCents: 10_000 - 2000 - 2000 }
    expect(room.price(cart)).toMatchObject({ payableCents: depositCents + balanceCents })
    let most = 0
    for (let n = 1; n <= 220; n++) {
      if (room.now < NOON + 10 * HOUR) room.place({ order: n, buyer: n, cart, holdMs: HOUR })
      const any = () => orderId(1 + rng.int(n))
      if (rng.int(2) === 0) room.send({ kind: 'payDeposit', order: any(), amountCents: depositCents, balanceCents })
      if (rng.int(3) === 0) room.send({ kind: 'pay', order: any(), amountCents: balanceCents })
      if (rng.int(20) === 0) room.send({ kind: 'release', order: any() })
      if (rng.int(2) === 0) room.wait(12 * 60_000)
      const orders = Array.from({ length: n }, (_, i) => room.order(i + 1))
      const deposits = orders.filter((order) => order?.state === 'locked').length
      const paid = orders.filter((order) => order?.state === 'sold').length
      const { free, held, locked, sold } = room.item('serum')
      expect([locked, sold]).toEqual([deposits, paid])
      expect(free + held + locked + sold).toBe(40)
      most = Math.max(most, locked)
    }
    expect(most).toBeGreaterThan(15)
    room.wait(20 * HOUR)
    expect(room.item('serum')).toMatchObject({ locked: 0, held: 0 })
  })
})

const SET: Rule = {
  ruleId: 'set',
  name: '护肤套装',
  mechanic: 'bundle',
  params: {
    parts: [
      { skuIds: ['serum'], units: 1 },
      { skuIds: ['mask'], units: 3 },
      { skuIds: ['cream'], units: 2 },
    ],
    priceCents: 45_000,
    setSkuId: 'set',
  },
}

describe('a set', () => {
  it('[P6.14] its joint stock is the least of its parts after every sale, return and change, by the engine and by the machine', () => {
    const parts = (SET.params as { parts: { skuIds: string[]; units: number }[] }).parts
    const room = new StockRoom([SET])
    for (const [skuId, stock] of [
      ['serum', 60],
      ['mask', 200],
      ['cream', 90],
    ] as const)
      room.open(skuId, stock)
    room.open('set', 0, { kind: 'bundle', parts: parts.map(({ skuIds, units }) => [skuIds[0] ?? '', units]) })
    const rng = createRng('sets')
    for (let n = 1; n <= 250; n++) {
      const skuId = rng.pick(['set', 'set', 'serum', 'mask', 'cream'])
      room.place({
        order: n,
        buyer: n,
        cart: cartOf({ [skuId]: 1 + rng.int(3) }),
        holdMs: 60_000,
        paid: rng.int(2) > 0,
      })
      if (rng.int(6) === 0) room.wait(20_000)
      if (rng.int(9) === 0)
        room.send({
          kind: 'adjustStock',
          item: room.numberOf(rng.pick(['serum', 'mask', 'cream'])),
          delta: rng.int(5) - 2,
        })
      const free = new Map(['serum', 'mask', 'cream'].map((id) => [id, room.item(id).free] as const))
      const least = Math.min(...parts.map(({ skuIds, units }) => Math.floor((free.get(skuIds[0] ?? '') ?? 0) / units)))
      expect([room.item('set').free, jointStock({ parts }, free)]).toEqual([least, least])
    }
    expect(room.item('set').free).toBeLessThan(10)
  })
})
