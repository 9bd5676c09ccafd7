import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { chooseBest, compileRules, priceCart, type RuleSet, unusedClaims } from '../../src/index.ts'
import { drawCase } from '../properties/case.ts'
import { tryAllClaims } from './brute-force.ts'
import { festivalShop } from './festival-shop.ts'
import { randomShop, type ShopSize } from './random-shop.ts'

/** A longer run: `CHOOSE_SHOPS=200000 npx vitest run --project unit choose-best`. */
const SHOPS = Number(process.env.CHOOSE_SHOPS ?? 2000)

function compiled(shop: Pick<ReturnType<typeof randomShop>, 'pipeline' | 'rules'>): RuleSet {
  const set = compileRules(shop.pipeline, shop.rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}

function best(ruleSet: RuleSet, cart: ReturnType<typeof randomShop>['cart'], nodeLimit = 100_000) {
  const choice = chooseBest(ruleSet, cart, { nodeLimit })
  if (!choice.ok) throw new Error(JSON.stringify(choice.error))
  return choice.value
}

/** Compares with trying every subset; the seed names the shop that fails. */
function compareWithAll(seed: string, sizeOf: (n: number) => ShopSize, shops: number): void {
  const rng = createRng(seed)
  for (let n = 0; n < shops; n++) {
    const shop = randomShop(rng, sizeOf(n))
    const ruleSet = compiled(shop)
    const choice = best(ruleSet, shop.cart)
    const found = {
      payableCents: choice.priced.payableCents,
      count: choice.claimIds.length + (choice.usePoints ? 1 : 0),
    }
    expect({ n, proven: choice.isProven, ...found }).toEqual({ n, proven: true, ...tryAllClaims(ruleSet, shop.cart) })
  }
}

/** The best choice of a drawn cart with two copies of up to four claims is that of all subsets. */
function expectBestOfCase(n: number): void {
  const { rules, ruleSet, cart: drawn } = drawCase('choose/mechanics', n)
  const held = rules.filter((rule) => rule.needsClaim).slice(0, 4)
  const claims = held.flatMap(({ ruleId }) => ['a', 'b'].map((copy) => ({ claimId: `${ruleId}-${copy}`, ruleId })))
  const cart = { ...drawn, claims }
  const choice = best(ruleSet, cart)
  const count = choice.claimIds.length + (choice.usePoints ? 1 : 0)
  expect({ n, payableCents: choice.priced.payableCents, count }).toEqual({ n, ...tryAllClaims(ruleSet, cart) })
}

describe('best choice of claims', () => {
  it('[P6.01] pays as little, with as few claims, as the best of all subsets', () => {
    compareWithAll('choose/small', (n) => ({ lines: 1 + (n % 5), rules: 2 + (n % 9), claims: n % 8 }), SHOPS)
  })

  it('does so with every mechanic of the registry, on every pipeline', () => {
    for (let n = 0; n < SHOPS / 25; n++) expectBestOfCase(n)
  })

  // Found by a longer run: two sets of a bundle are kept off the dearest units by their floor until another offer takes those.
  it('sees that a bundle takes more once units with a floor are gone', () => {
    expectBestOfCase(7791)
  })

  it('equals the best of all 4,096 subsets of twelve coupons', () => {
    compareWithAll(
      'choose/twelve',
      (n) => ({ lines: 1 + (n % 4), rules: 6 + (n % 8), claims: 12 }),
      Math.ceil(SHOPS / 250),
    )
  })

  it('chooses the same claims whatever the order of lines, claims and rules', () => {
    const rng = createRng('choose/order')
    for (let n = 0; n < 200; n++) {
      const shop = randomShop(rng, { lines: 4, rules: 8, claims: 6 })
      const { cart } = shop
      const turned = { ...cart, lines: cart.lines.toReversed(), claims: cart.claims?.toReversed() ?? [] }
      const other = compiled({ ...shop, rules: shop.rules.toReversed() })
      expect(best(other, turned)).toEqual(best(compiled(shop), cart))
    }
  })

  it('of equal coupons the first is used, and every other one says why it is not', () => {
    const spend = (ruleId: string, minCents: number) => ({
      ruleId,
      name: ruleId,
      mechanic: 'spendAndSave',
      params: { tiers: [{ minCents, cutCents: 1000 }] },
      level: 'platformCoupon',
      group: 'platformCoupon',
      needsClaim: true,
    })
    const shop = randomShop(createRng('one'), { lines: 1, rules: 0, claims: 0 })
    const ruleSet = compiled({ ...shop, rules: [spend('b', 5000), spend('a', 6000), spend('far', 900_000)] })
    const lines = shop.cart.lines.map((line) => ({ ...line, unitCents: 10_000 as never, quantity: 1 }))
    const claims = ['far', 'b', 'a'].map((ruleId) => ({ claimId: `${ruleId}1`, ruleId }))
    const cart = { at: shop.cart.at, lines, claims }
    const choice = best(ruleSet, cart)
    expect(choice.claimIds).toEqual(['a1'])
    expect(unusedClaims(ruleSet, cart, choice)).toEqual([
      {
        claimId: 'far1',
        reason: 'below_threshold',
        next: { shortCents: 890_000, cutCents: 1000 },
        wouldPayCents: 9000,
      },
      { claimId: 'b1', reason: 'better_in_group', by: 'a', wouldPayCents: 9000 },
    ])
  })

  it('says so when it was cut off, and names a price below which nothing can be', () => {
    const rng = createRng('choose/cut-off')
    let cutOff = 0
    for (let n = 0; n < 80; n++) {
      const shop = randomShop(rng, { lines: 10, rules: 14, claims: 14 })
      const ruleSet = compiled(shop)
      const short = best(ruleSet, shop.cart, 1)
      const long = best(ruleSet, shop.cart)
      expect(short.boundCents).toBeLessThanOrEqual(long.priced.payableCents)
      expect(short.priced.payableCents).toBeGreaterThanOrEqual(long.priced.payableCents)
      if (short.isProven) expect(short.priced.payableCents).toBe(long.priced.payableCents)
      else cutOff++
    }
    expect(cutOff).toBeGreaterThan(8)
  })

  it('20 lines, 20 rules and 20 coupons of a festival need a few dozen nodes at the most', () => {
    const rng = createRng('choose/festival')
    for (let n = 0; n < 300; n++) {
      const shop = festivalShop(rng)
      const ruleSet = compiled(shop)
      const choice = best(ruleSet, shop.cart)
      const all = priceCart(ruleSet, shop.cart)
      expect(choice.isProven).toBe(true)
      expect(choice.nodes).toBeLessThan(60)
      expect(all.ok && all.value.payableCents).toBeGreaterThanOrEqual(choice.priced.payableCents)
    }
  })

  it('a cart with a wrong figure is refused whole', () => {
    const shop = randomShop(createRng('bad'), { lines: 2, rules: 2, claims: 1 })
    const lines = shop.cart.lines.map((line) => ({ ...line, quantity: 0 }))
    const choice = chooseBest(compiled(shop), { ...shop.cart, lines })
    expect(choice.ok || choice.error.map(({ code }) => code)).toEqual(['bad_quantity', 'bad_quantity'])
  })
})
