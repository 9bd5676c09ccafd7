import { createRng, type Rng } from '@zhanggui/kernel'
import { type Cart, type Pipeline, type PricedCart, priceCart, type Rule, type RuleSet } from '../../src/index.ts'
import { drawCart } from './draw-cart.ts'
import { drawRuleSet } from './draw-rules.ts'

/** One random cart under one random rule set, and randomness of its own for what a law wants to draw. */
export type Case = {
  pipeline: Pipeline
  rules: readonly Rule[]
  ruleSet: RuleSet
  cart: Cart
  priced: PricedCart
  rng: Rng
}

/** What must hold of every case; the answer is the sentence that is broken. */
export type Law = (drawn: Case) => string | undefined

/** Case `i` of a seed stands for itself, so that a broken one can be drawn again alone. */
export function drawCase(seed: string, i: number): Case {
  const rng = createRng(`${seed}/${i}`)
  const { pipeline, rules, ruleSet } = drawRuleSet(rng)
  const cart = drawCart(rng, rules)
  const priced = priceCart(ruleSet, cart)
  if (!priced.ok) throw new Error(`a sound cart was refused: ${JSON.stringify(priced.error)}`)
  return { pipeline, rules, ruleSet, cart, priced: priced.value, rng }
}

export function shuffled<T>(rng: Rng, items: readonly T[]): T[] {
  const rest = [...items]
  return items.map(() => rest.splice(rng.int(rest.length), 1)[0] as T)
}
