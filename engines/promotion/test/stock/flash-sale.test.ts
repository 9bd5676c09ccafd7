import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/index.ts'
import { cartOf, orderId, StockRoom } from './stock-room.ts'

/** 秒杀 at 19.90, one a person, in the app and the mini-program, from 12:00 on for half an hour. */
const FLASH: Rule = {
  ruleId: 'flash',
  name: '整点秒杀',
  mechanic: 'fixedPrice',
  params: { priceCents: 1990, unitsPerBuyer: 1 },
  scope: { skuIds: ['serum'] },
  when: { from: '2026-11-11T04:00:00.000Z', until: '2026-11-11T04:30:00.000Z', channels: ['app', 'miniProgram'] },
  blocks: ['shopCoupon', 'platformCoupon'],
}
const UNITS = 50
const DEMAND = 100 * UNITS
const MINUTE = 60_000

/** Everybody asks once and a third twice; of those who got a unit every fourth never pays. Shape: who paid, by order number. */
function sell(room: StockRoom, seed: string): Map<number, number> {
  const rng = createRng(seed)
  const paid = new Map<number, number>()
  for (let n = 1; n <= DEMAND; n++) {
    const channel = n % 2 === 0 ? 'app' : 'miniProgram'
    const wish = { order: n, buyer: 1 + rng.int(DEMAND), cart: cartOf({ serum: 1 }, { channel }), holdMs: 5 * MINUTE }
    const { code } = room.place(wish)
    if (rng.int(3) === 0) expect(room.place(wish)).toMatchObject({ code, repeated: true })
    if (code === 'accepted' && rng.int(4) > 0) {
      expect(room.send({ kind: 'pay', order: orderId(n), amountCents: 1990 }).code).toBe('accepted')
      paid.set(n, wish.buyer)
    }
    if (n % 20 === 0) room.wait(6000)
  }
  return paid
}

describe('a flash sale under a hundred times its stock', () => {
  const open = () => {
    const room = new StockRoom([FLASH], { rows: 8192 })
    room.open('serum', UNITS, { terms: { buyerLimit: 1 } })
    return room
  }

  it.each(['noon', 'midnight'])(
    '[P6.06] what is sold is the quantity, no winner wins twice, and unpaid units come back into the sale (%s)',
    (seed) => {
      const room = open()
      const paid = sell(room, seed)
      expect(room.item('serum')).toMatchObject({ free: 0, held: 0, sold: UNITS, stock: UNITS })
      expect(paid.size).toBe(UNITS)
      expect(new Set(paid.values()).size).toBe(UNITS)
    },
  )

  it('[P6.06] at every moment free, held and sold units are the stock', () => {
    const room = open()
    const rng = createRng('always')
    for (let n = 1; n <= 400; n++) {
      room.place({ order: n, buyer: n, cart: cartOf({ serum: 1 }, { channel: 'app' }), holdMs: MINUTE })
      if (rng.int(3) === 0) room.send({ kind: 'pay', order: orderId(1 + rng.int(n)), amountCents: 1990 })
      if (rng.int(5) === 0) room.wait(20_000)
      const { free, held, sold } = room.item('serum')
      expect(free + held + sold).toBe(UNITS)
    }
  })

  it('[P6.06] the price is the flash price in the app and the mini-program, from the first second to the last, for one unit a person', () => {
    const room = open()
    const at = (instant: string, channel: string, more = {}) =>
      room.price(cartOf({ serum: 2 }, { at: instant, channel, ...more })).payableCents
    expect(at('2026-11-11T03:59:59.999Z', 'app')).toBe(20_000)
    expect(at('2026-11-11T04:00:00.000Z', 'miniProgram')).toBe(1990 + 10_000)
    expect(at('2026-11-11T04:29:59.999Z', 'app')).toBe(1990 + 10_000)
    expect(at('2026-11-11T04:30:00.000Z', 'app')).toBe(20_000)
    expect(at('2026-11-11T04:10:00.000Z', 'community')).toBe(20_000)
    expect(at('2026-11-11T04:10:00.000Z', 'app', { unitsUsed: { flash: 1 } })).toBe(20_000)
  })

  it('[P6.06] behind a queue only who was called may buy: at ten a second a crowd of 200 sells ten in the first second', () => {
    const room = new StockRoom([FLASH])
    const opensAt = room.now + 1000
    const signals = { accountAgeDays: 0, verified: false, newAddress: false, newDevice: false, proxyNetwork: false }
    const who = { ...signals, source: [0, 0] as const, device: [0, 0] as const }
    room.send({ kind: 'openGate', gate: 1, perSecond: 10, sourceLimit: 0, seed: 5, opensAt, ticketSeconds: 60 })
    room.open('serum', UNITS, { terms: { buyerLimit: 1, gate: 1 } })
    for (let n = 1; n <= 200; n++) room.send({ kind: 'enterGate', gate: 1, buyer: [n, 0], signals: who })
    room.wait(2000)
    const codes = Array.from({ length: 200 }, (_, i) =>
      room.place({ order: i + 1, buyer: i + 1, cart: cartOf({ serum: 1 }, { channel: 'app' }) }),
    ).map(({ code }) => code)
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(10)
    expect(codes.filter((code) => code === 'ticket_waiting')).toHaveLength(190)
  })
})
