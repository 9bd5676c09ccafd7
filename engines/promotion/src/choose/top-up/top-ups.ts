import { err, ok, type Result } from '@zhanggui/kernel'
import type { Cart, CartLine } from '../../cart/cart.ts'
import type { CartProblem } from '../../cart/check-cart.ts'
import type { NextStep } from '../../mechanics/mechanic.ts'
import { priceCart } from '../../price/price-cart.ts'
import type { PricedCart } from '../../price/priced-cart.ts'
import type { RuleSet } from '../../rules/compile-rules.ts'
import { chooseBest } from '../choose-best.ts'
import { cheapestFill, cheapestUnits, type Fill, type FillGood } from './cheapest-fill.ts'

/** Goods that may be put into the cart, and how many there are. */
export type TopUpGood = Omit<CartLine, 'lineId' | 'quantity'> & { stock: number }

/**
 * A hint to buy more (凑单): with these goods added the rule holds, or its next tier does, and the buyer pays `extraCents` more
 * (negative: less) for goods that cost `worthCents` by themselves. `savesCents` is the difference, always above zero.
 */
export type TopUp = {
  ruleId: string
  next: NextStep
  add: readonly { skuId: string; quantity: number }[]
  beforeCents: number
  afterCents: number
  extraCents: number
  worthCents: number
  savesCents: number
}

const priced = (ruleSet: RuleSet, cart: Cart): PricedCart | undefined => {
  const result = priceCart(ruleSet, cart)
  return result.ok ? result.value : undefined
}

/** What one unit of each good costs by itself, after item prices: what it brings to thresholds, and what it is worth. */
function unitPrices(ruleSet: RuleSet, cart: Cart, goods: readonly TopUpGood[]): Map<string, number> {
  const prices = new Map<string, number>()
  for (const { stock: _, ...good } of goods) {
    const alone = priced(ruleSet, { ...cart, lines: [{ ...good, lineId: 'unit', quantity: 1 }], claims: [] })
    prices.set(good.skuId, alone?.lines[0]?.activityCents ?? good.unitCents)
  }
  return prices
}

function added(cart: Cart, goods: readonly TopUpGood[], add: Fill['add']): Cart {
  const bySku = new Map(goods.map((good) => [good.skuId, good]))
  const lines = add.flatMap(({ skuId, quantity }) => {
    const good = bySku.get(skuId)
    if (!good) return []
    const { stock: _, ...line } = good
    return [{ ...line, lineId: `+${skuId}`, quantity }]
  })
  return { ...cart, lines: [...cart.lines, ...lines] }
}

/** How far each rule is from holding, or from its next tier; claims that are held count as used. */
function nextSteps(before: PricedCart): Map<string, NextStep> {
  const steps = new Map<string, NextStep>()
  for (const { ruleId, next } of before.outcomes) if (next && !steps.has(ruleId)) steps.set(ruleId, next)
  return steps
}

/** What a good brings to a threshold may differ in a mixed cart, so what is still short is asked again. */
const MOST_ROUNDS = 4

type Shelf = { goods: readonly TopUpGood[]; prices: ReadonlyMap<string, number> }

function fillTo(ruleSet: RuleSet, cart: Cart, ruleId: string, next: NextStep, { goods, prices }: Shelf) {
  const own: FillGood[] = goods
    .filter((good) => ruleSet.rules.get(ruleId)?.takesPart({ ...good, lineId: '', quantity: 1 }))
    .map(({ skuId, stock }) => ({ skuId, stock, unitCents: prices.get(skuId) ?? 0 }))
  let short = next
  let wanted = { cents: next.shortCents ?? 0, units: next.shortUnits ?? 0 }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fill = short.shortCents === undefined ? cheapestUnits(own, wanted.units) : cheapestFill(own, wanted.cents)
    if (!fill) return undefined
    const full = added(cart, goods, fill.add)
    const after = priced(ruleSet, full)
    const outcome = after?.outcomes.find((o) => o.ruleId === ruleId)
    const isReached = outcome?.applied === true && outcome.next?.cutCents !== next.cutCents
    if (isReached) return { add: fill.add, full }
    if (!outcome?.next) return undefined
    short = outcome.next
    wanted = { cents: wanted.cents + (short.shortCents ?? 0), units: wanted.units + (short.shortUnits ?? 0) }
  }
  return undefined
}

/**
 * The cheapest way to each rule that is not reached, or to its next tier, from goods that may be added. Said only when buying more
 * gets more: the added goods are worth more than what is paid in addition. Both prices are with the best choice of claims.
 * Shape: the greatest saving first; of equals by rule. Errors: everything that is wrong with the cart.
 */
export function topUps(ruleSet: RuleSet, cart: Cart, goods: readonly TopUpGood[]): Result<TopUp[], CartProblem[]> {
  const before = chooseBest(ruleSet, cart)
  const all = priceCart(ruleSet, cart)
  if (!before.ok) return before
  if (!all.ok) return err(all.error)
  const beforeCents = before.value.priced.payableCents
  const prices = unitPrices(ruleSet, cart, goods)
  const hints: TopUp[] = []
  for (const [ruleId, next] of nextSteps(all.value)) {
    const found = fillTo(ruleSet, cart, ruleId, next, { goods, prices })
    if (!found) continue
    const { add, full } = found
    const after = chooseBest(ruleSet, full)
    if (!after.ok) continue
    const afterCents = after.value.priced.payableCents
    const worthCents = add.reduce((sum, { skuId, quantity }) => sum + (prices.get(skuId) ?? 0) * quantity, 0)
    const extraCents = afterCents - beforeCents
    const savesCents = worthCents - extraCents
    if (savesCents > 0) hints.push({ ruleId, next, add, beforeCents, afterCents, extraCents, worthCents, savesCents })
  }
  return ok(hints.sort((a, b) => b.savesCents - a.savesCents || (a.ruleId < b.ruleId ? -1 : 1)))
}
