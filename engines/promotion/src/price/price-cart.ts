import { assert, err, ok, type Result } from '@zhanggui/kernel'
import type { Cart } from '../cart/cart.ts'
import { type CartProblem, checkCart } from '../cart/check-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import { type CartState, openState } from './cart-state.ts'
import type { PricedCart, PricedLine, PricedShipping } from './priced-cart.ts'
import { runLevel } from './run-level.ts'

function pricedLines({ lines, listed, activity, remaining, cuts }: CartState): PricedLine[] {
  return lines.map(({ lineId, skuId, shopId, quantity }, i) => ({
    lineId,
    skuId,
    shopId,
    quantity,
    listedCents: listed[i] as number,
    activityCents: activity[i] as number,
    payableCents: remaining[i] as number,
    cuts: cuts[i] ?? [],
  }))
}

const pricedShipping = ({ fees, feesLeft, feeCuts }: CartState): PricedShipping[] =>
  fees.map(({ shopId, feeCents }, i) => ({
    shopId,
    feeCents,
    payableCents: feesLeft[i] as number,
    cuts: feeCuts[i] ?? [],
  }))

const add = (parts: readonly number[]): number => {
  let total = 0
  for (let i = 0; i < parts.length; i++) total += parts[i] as number
  return total
}

export function closeState(state: CartState, pipelineId: string): PricedCart {
  const listedCents = add(state.listed)
  const goodsCents = add(state.remaining)
  const shippingCents = add(state.feesLeft)
  for (let i = 0; i < state.remaining.length; i++)
    assert((state.remaining[i] as number) >= (state.floor[i] as number), 'no line falls below its floor')
  return {
    pipelineId,
    lines: pricedLines(state),
    shipping: pricedShipping(state),
    outcomes: state.outcomes,
    grants: state.grants,
    listedCents,
    cutCents: listedCents - goodsCents,
    shippingCents,
    payableCents: goodsCents + shippingCents,
  }
}

/**
 * Prices a cart: every rule in the order of the pipeline, every discount split over lines to the fen, every rule that took
 * nothing with its reason. The order of lines, claims and rules of the input does not matter; the same input gives the same bytes.
 * Errors: everything that is wrong with the cart; nothing is priced then.
 */
export function priceCart(ruleSet: RuleSet, cart: Cart): Result<PricedCart, CartProblem[]> {
  const atMs = Date.parse(cart.at)
  const problems = checkCart(cart, atMs)
  if (problems.length > 0) return err(problems)
  const state = openState(cart, atMs)
  for (const level of ruleSet.levels) runLevel(level, state)
  return ok(closeState(state, ruleSet.pipeline.id))
}
