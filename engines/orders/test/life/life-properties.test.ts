import { describe, expect, test } from 'vitest'
import { LifeWorld } from './life-world.ts'
import { randomLife } from './random-life.ts'

const SEEDS = 100
const STEPS = 500

/** One shop's hour: orders, payments of which some are double, wrong or unheard of, and whatever else anybody does. */
function run(seed: number): LifeWorld {
  const world = new LifeWorld(seed)
  const rng = world.draw()
  for (let step = 0; step < STEPS; step++) {
    const ids = [...world.orders.keys()]
    const draw = rng.next()
    if (ids.length < 6 && draw < 0.15) world.place(`o${step}`)
    const orderId = ids.length > 0 ? rng.pick(ids) : undefined
    const kept = orderId === undefined ? undefined : world.orders.get(orderId)
    if (orderId !== undefined && kept) {
      const right = kept.order.payableCents
      if (draw > 0.8) world.payIn(orderId, `${orderId}-${rng.int(2)}`, rng.next() < 0.95 ? right : right - 1, true)
      else if (draw > 0.2) world.tell(orderId, randomLife(world, kept.order))
    }
    if (rng.next() < 0.6) world.work({ again: 0.3, lost: 0.2 })
    if (rng.next() < 0.05) world.advance(rng.int(30_000))
  }
  while (world.work({ again: 0, lost: 0 }));
  return world
}

describe('[P7.01] the life of an order', () => {
  test(`random command streams keep money, stock and coupons in agreement (${SEEDS} shops, effects late, doubled and unanswered)`, () => {
    const seen = new Map<string, number>()
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = run(seed)
      for (const [orderId, { order, coupon }] of world.orders) {
        const where = `seed ${seed}, ${orderId}, ${order.stage}`
        expect(order.open, where).toEqual([])
        expect(world.bankHolds(orderId), where).toBe(world.kept(orderId))
        const wanted = order.stage === 'cancelled' ? 'free' : order.stage === 'placed' ? 'locked' : 'used'
        // Goods that were let go one by one take the coupon back with the last of them.
        if (order.cases.length === 0) expect(coupon, where).toBe(wanted)
        seen.set(order.stage, (seen.get(order.stage) ?? 0) + 1)
        for (const { kind, state } of order.cases) seen.set(`${kind} ${state}`, (seen.get(`${kind} ${state}`) ?? 0) + 1)
      }
      for (const [skuId, item] of [
        ['a', 1],
        ['b', 2],
      ] as const) {
        const { free, held, locked, sold, stock } = world.shop.item(item)
        expect(free + held + locked + sold, `seed ${seed}`).toBe(stock)
        expect(sold, `seed ${seed}, units of ${skuId}`).toBe(world.soldByOrders(skuId))
      }
    }
    for (const state of [
      'cancelled',
      'paid',
      'shipped',
      'received',
      'return done',
      'exchange done',
      'reissue done',
      'refund done',
    ])
      expect(seen.get(state) ?? 0, `${state} was reached`).toBeGreaterThan(0)
  })
})
