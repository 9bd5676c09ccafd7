import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

const AMPLE = { budgetCents: 1_000_000_000, heldBp: 3000 }

/** So many carts, of which `baseline` buy anyway and `extra` more of those with the right; each order is 200.00. */
function recall(seed: string, { carts, baseline, extra }: { carts: number; baseline: number; extra: number }) {
  const shop = playProgramme('cartRecall', AMPLE)
  const rng = createRng(seed)
  for (let i = 0; i < carts; i++) {
    // Which arm a cart falls into is the seed's; another name is another draw.
    const caseId = `${seed}-${i}`
    expect(shop.play('enrol', caseId)).toBe('ok')
    const chance = baseline + (shop.status(caseId) === 'offered' ? extra : 0)
    if (rng.next() < chance) shop.play('countRecall', caseId, { paidCents: 20_000 })
  }
  return shop
}
/** The two bounds of a note, in points of a percentage. */
const boundsOf = (note = ''): [number, number] => {
  const [low = 0, high = 0] = (note.replace('95%', '').match(/[−\d.]+/g) ?? []).map((text) =>
    Number(text.replace('−', '-')),
  )
  return [low, high]
}

describe('cart recall', () => {
  it('[P6.31] a planted lift of 8 points lies in the bounds that are told, and what it adds is the lift times the people', () => {
    const shop = recall('planted', { carts: 1600, baseline: 0.1, extra: 0.08 })
    const facts = shop.facts()
    const [low, high] = boundsOf(shop.notes().购买率差)
    expect([low <= 8, 8 <= high, low > 0]).toEqual([true, true, true])
    const added = Number(facts.净增成交)
    const lift = (Number(facts.实验组购买率) - Number(facts.对照组购买率)) / 10_000
    expect(Math.abs(added - lift * Number(facts.已发回购权) * 20_000)).toBeLessThan(0.0001 * 20_000 * 1600)
    expect(facts.每元优惠净增).toBeCloseTo(added / Number(facts.已用优惠), 10)
  })

  it('[P6.31] where the right does nothing, the bounds say that it may be nothing in about 19 of 20 shops', () => {
    const seeds = Array.from({ length: 40 }, (_, n) => `nothing-${n}`)
    const sure = seeds.filter((seed) => {
      const { 购买率差: note = '' } = recall(seed, { carts: 150, baseline: 0.2, extra: 0 }).notes()
      return !note.includes('分不出')
    })
    expect(sure.length).toBeLessThanOrEqual(5)
  })

  it('[P6.31] the lot is the seed’s: the same carts are held back whatever the order, and about the published share', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`)
    const heldOf = (order: readonly string[]) => {
      const shop = playProgramme('cartRecall', AMPLE)
      for (const id of order) shop.play('enrol', id)
      return ids.filter((id) => shop.status(id) === 'held')
    }
    const held = heldOf(ids)
    expect(heldOf([...ids].reverse())).toEqual(held)
    expect(Math.abs(held.length - 300)).toBeLessThan(60)
  })

  it.each([
    ['a cart that was filled yesterday', { addedDay: inDays(-1) }, {}, 'too_soon'],
    ['a cart below the least', { cartCents: 4999 }, {}, 'not_taking_part'],
    ['a second cart of the same buyer', {}, { buyer: { cases: 1 } }, 'buyer_limit'],
    ['after the last day', { addedDay: inDays(1) }, { day: inDays(15) }, 'over'],
  ])('%s is refused', (_what, values, more, code) => {
    expect(playProgramme('cartRecall').play('enrol', 'c', values, more)).toBe(code)
  })

  it('[P6.31] offers never pass the budget; one that lapses frees its part once its days and those of settling are over', () => {
    const shop = playProgramme('cartRecall', {
      budgetCents: 6000,
      faceCents: 2000,
      heldBp: 500,
      rightDays: 3,
      settleDays: 2,
    })
    const codes = Array.from({ length: 40 }, (_, i) => shop.play('enrol', `c${i}`))
    const offered = Array.from({ length: 40 }, (_, i) => `c${i}`).filter(
      (id) => shop.has(id) && shop.status(id) === 'offered',
    )
    expect(offered).toHaveLength(3)
    expect(codes).toContain('budget_used_up')
    shop.play('countRecall', offered[0] ?? '', { paidCents: 20_000 })
    expect(shop.facts().剩余预算).toBe(0)
    shop.tick(inDays(4))
    expect(shop.play('enrol', 'still', {}, { day: inDays(4) })).toBe('budget_used_up')
    shop.tick(inDays(5))
    expect(shop.facts().剩余预算).toBe(4000)
    expect(shop.status(offered[1] ?? '')).toBe('lapsed')
    // What is told after the settling cannot take a budget that may be another one's.
    expect(shop.play('countRecall', offered[1] ?? '', { paidCents: 20_000 })).toBe('too_late')
  })

  it('[P6.31] an order that comes back is no purchase: lift, cost and ledger are as if it had never been', () => {
    const shop = recall('back', { carts: 50, baseline: 1, extra: 0 })
    const bought = shop.facts()
    expect(shop.balances()).toEqual({ orders: -Number(bought.已用优惠), recall: bought.已用优惠 })
    for (let i = 0; i < 50; i++) shop.play('countRecall', `back-${i}`, { paidCents: 0 })
    expect(shop.facts()).toMatchObject({ 已用优惠: 0, 实验组购买率: 0, 对照组购买率: 0, 净增成交: 0 })
    expect(shop.balances().recall).toBe(0)
  })
})
