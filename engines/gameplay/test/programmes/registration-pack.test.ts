import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

const NEW = { buyer: { isNew: true } }
const tier = (faceCents: number, count: number, minCents = 0) => ({
  batch: `b${faceCents}`,
  minCents,
  faceCents,
  count,
})
/** 100 yuan in three tiers, as the plan has it. */
const TIERS = [tier(500, 2), tier(2000, 2, 9900), tier(5000, 1, 29_900)]
const pack = (more: object = {}) => playProgramme('registrationPack', { tiers: TIERS, budgetCents: 30_000, ...more })

describe('registration pack', () => {
  it('[P6.09] gives every coupon of every tier, and their face values are the value of the pack to the fen', () => {
    const shop = pack()
    expect(shop.problems()).toEqual([])
    expect(shop.play('register', 'r1', {}, NEW)).toBe('ok')
    const coupons = shop.effects.flatMap((effect) => (effect.kind === 'coupon' ? [[effect.batch, effect.cents]] : []))
    expect(coupons).toEqual([
      ['b500', 500],
      ['b500', 500],
      ['b2000', 2000],
      ['b2000', 2000],
      ['b5000', 5000],
    ])
    expect(coupons.reduce((sum, [, cents]) => sum + Number(cents), 0)).toBe(10_000)
  })

  it.each([
    ['tiers that come to a fen less', { tiers: [tier(9999, 1)] }, ['pack_value_differs']],
    ['a threshold below its face', { tiers: [tier(10_000, 1, 9999)] }, ['threshold_below_face']],
    ['a budget below one pack', { budgetCents: 9999 }, ['budget_below_offer']],
    ['an end before the beginning', { throughDay: inDays(-1) }, ['bad_window']],
  ])('[P6.09] %s is refused at definition', (_what, terms, codes) => {
    expect(pack(terms).problems()).toEqual(codes)
  })

  it.each([
    ['who has paid here before', { buyer: { isNew: false } }, 'not_new'],
    ['who has a pack under any account', { buyer: { isNew: true, cases: 1 } }, 'buyer_limit'],
    ['before the first day', { ...NEW, day: inDays(-1) }, 'not_open_yet'],
    ['after the last day', { ...NEW, day: inDays(31) }, 'over'],
  ])('[P6.09] %s gets none', (_who, more, code) => {
    expect(pack().play('register', 'r', {}, more)).toBe(code)
  })

  it('[P6.09] acquisition cost counts what was used and nothing else, over new buyers who paid', () => {
    const shop = pack({ budgetCents: 100_000 })
    for (const id of ['a', 'b', 'c', 'd']) shop.play('register', id, {}, NEW)
    expect(shop.facts()).toMatchObject({ 已发礼包: 4, 已用券成本: 0, 获客成本: null, 还可能用掉: 40_000 })
    // a uses 20 + 5 yuan, b pays without a coupon, c and d do nothing: 25.00 over two buyers.
    shop.play('countPack', 'a', { paidCents: 27_400, redeemedCents: 2500 })
    shop.play('countPack', 'b', { paidCents: 5000, redeemedCents: 0 })
    expect(shop.facts()).toMatchObject({ 已用券成本: 2500, 新客成交人数: 2, 获客成本: 1250, 面额使用率: 625 })
    expect(shop.balances()).toEqual({ orders: -2500, acquisition: 2500 })
    // The same again changes nothing; an order that came back cost nothing and brought nobody.
    shop.play('countPack', 'a', { paidCents: 27_400, redeemedCents: 2500 })
    expect(shop.entries).toHaveLength(1)
    shop.play('countPack', 'a', { paidCents: 0, redeemedCents: 0 })
    expect(shop.facts()).toMatchObject({ 已用券成本: 0, 新客成交人数: 1, 获客成本: 0 })
    expect(shop.balances()).toEqual({ orders: 0, acquisition: 0 })
  })

  it('[P6.09] packs never pass the budget; what is not used within its days is free for others', () => {
    const shop = pack()
    const codes = ['a', 'b', 'c', 'd'].map((id) => shop.play('register', id, {}, NEW))
    expect(codes).toEqual(['ok', 'ok', 'ok', 'budget_used_up'])
    shop.play('countPack', 'a', { paidCents: 20_000, redeemedCents: 2500 })
    expect(shop.facts().剩余预算).toBe(0)
    shop.tick(inDays(29))
    expect(shop.facts().剩余预算).toBe(0)
    shop.tick(inDays(30))
    expect(shop.facts().剩余预算).toBe(27_500)
    expect([shop.status('a'), shop.status('b')]).toEqual(['bought', 'lapsed'])
    expect(shop.play('register', 'd', {}, { ...NEW, day: inDays(30) })).toBe('ok')
  })
})
