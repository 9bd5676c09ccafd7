import { assert, err, ok, type Result } from '@zhanggui/kernel'
import type { Cart } from '../cart/cart.ts'
import { type CartProblem, checkCart } from '../cart/check-cart.ts'
import { openState } from '../price/cart-state.ts'
import { priceCart } from '../price/price-cart.ts'
import type { PricedCart } from '../price/priced-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import { WHOLE_CART } from './aim.ts'
import { openSearch, type Search, searchClaims } from './search-claims.ts'
import { openStages, withoutPoints } from './stages.ts'

/** Nodes that a search visits before it stops with what it has; one takes some 20 µs with 20 lines and 20 rules. */
export const NODE_LIMIT = 2000

/** Which of the held claims to use, and what the cart costs with them. */
export type BestChoice = {
  /** In the order of the pipeline. */
  claimIds: readonly string[]
  usePoints: boolean
  /** The cart priced with these claims alone. */
  priced: PricedCart
  /** The whole space was searched: nothing lower exists. Otherwise nothing below `boundCents` exists. */
  isProven: boolean
  boundCents: number
  nodes: number
}

/** The cart with some of its claims. */
export function withClaims(cart: Cart, claimIds: readonly string[], usePoints: boolean): Cart {
  const kept = new Set(claimIds)
  const claims = (cart.claims ?? []).filter(({ claimId }) => kept.has(claimId))
  return { ...(usePoints ? cart : withoutPoints(cart)), claims }
}

function search(ruleSet: RuleSet, cart: Cart, nodeLimit: number): Search {
  const found = openSearch(WHOLE_CART, nodeLimit)
  const starts = cart.pointsToUse ? [cart, withoutPoints(cart)] : [cart]
  for (const start of starts) {
    const state = openState(start, Date.parse(cart.at), true)
    const usesPoints = start.pointsToUse !== undefined && start.pointsToUse > 0
    const way = { state, path: [usesPoints ? 'points' : ''], count: usesPoints ? 1 : 0 }
    searchClaims(found, openStages(ruleSet, state), way)
  }
  return found
}

/**
 * The lowest price that the buyer can reach with the claims that the cart holds: coupons, red packets and codes each used or
 * not, points used or not. Exact: branch and bound over the groups of the pipeline, with every exclusion of the rules; equal to
 * trying all subsets. Of equal prices the one with fewest claims, then without points, then the claims that come first.
 * Relies on `Mechanic.mostOff` being said where a mechanic may take more when less is left.
 * Errors: everything that is wrong with the cart.
 */
export function chooseBest(
  ruleSet: RuleSet,
  cart: Cart,
  { nodeLimit = NODE_LIMIT }: { nodeLimit?: number } = {},
): Result<BestChoice, CartProblem[]> {
  const problems = checkCart(cart, Date.parse(cart.at))
  if (problems.length > 0) return err(problems)
  const { best, nodes, openCents } = search(ruleSet, cart, nodeLimit)
  assert(best, 'a search has at least the way that uses no claim')
  const usePoints = best.path[0] === 'points'
  const claimIds = best.path.slice(1).flatMap((ids) => (ids === '' ? [] : ids.split('\n')))
  const priced = priceCart(ruleSet, withClaims(cart, claimIds, usePoints))
  if (!priced.ok) return priced
  assert(priced.value.payableCents === best.payableCents, 'a chosen cart costs what the search found')
  const boundCents = Math.min(openCents, best.payableCents)
  return ok({ claimIds, usePoints, priced: priced.value, isProven: openCents >= best.payableCents, boundCents, nodes })
}
