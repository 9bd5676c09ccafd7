import { createRng, type Rng } from '@zhanggui/kernel'
import type { Cart, CartLine, Claim, PublishGood, Rule } from '@zhanggui/promotion'

/** How many lines and units people put into a cart on a burst day, and how often they bring everything they could. */
const LINES_MAX = 4
const QUANTITIES = [1, 1, 1, 2, 3, 5] as const
const EVERY_CLAIM_RATE = 0.5

const lineOf = (
  { costCents: _c, lowestCents: _l, struckCents: _s, stock: _k, ...good }: PublishGood,
  rng: Rng,
): CartLine => ({
  ...good,
  lineId: good.skuId,
  quantity: rng.pick(QUANTITIES),
})

const claimsOf = (rules: readonly Rule[]): Claim[] =>
  rules.filter(({ needsClaim }) => needsClaim === true).map(({ ruleId }) => ({ claimId: ruleId, ruleId }))

/** Carts as buyers would fill them, the same for a seed: one to four goods, some units of each, with and without coupons. */
export function seededCarts(
  goods: readonly PublishGood[],
  rules: readonly Rule[],
  { seed, carts, at }: { seed: string; carts: number; at: string },
): Cart[] {
  const rng = createRng(`carts/${seed}`)
  const claims = claimsOf(rules)
  return Array.from({ length: goods.length === 0 ? 0 : carts }, () => {
    const chosen = new Set(Array.from({ length: 1 + rng.int(LINES_MAX) }, () => rng.pick(goods)))
    const lines = [...chosen].map((good) => lineOf(good, rng))
    return { at, lines, ...(rng.next() < EVERY_CLAIM_RATE ? { claims } : {}) }
  })
}
