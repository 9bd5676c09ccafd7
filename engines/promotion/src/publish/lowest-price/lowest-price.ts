import type { Cart } from '../../cart/cart.ts'
import { checkCart } from '../../cart/check-cart.ts'
import { oneLine } from '../../choose/aim.ts'
import { withClaims } from '../../choose/choose-best.ts'
import { openSearch, searchClaims } from '../../choose/search-claims.ts'
import { openStages, withoutPoints } from '../../choose/stages.ts'
import { openState } from '../../price/cart-state.ts'
import { priceCart } from '../../price/price-cart.ts'
import type { PricedCart, PricedLine } from '../../price/priced-cart.ts'
import type { RuleSet } from '../../rules/compile-rules.ts'
import { type PublishCase, type PublishGood, type PublishSettings, settingsOf } from '../publish-case.ts'
import { situationsOf } from './buyer-kinds.ts'
import { heldBy } from './hold-everything.ts'
import { linesOf, reachableCarts, TARGET } from './reachable-carts.ts'

/** The lowest final price of a SKU, and the cart that shows it. */
export type LowestPrice = {
  skuId: string
  /** What the cheapest unit of the line pays. */
  unitCents: number
  /** What the shop receives for the line with what others bear, for one unit, rounded down. */
  receivedCents: number
  cart: Cart
  priced: PricedCart
  line: PricedLine
  /** Carts that were tried, over all kinds of buyers and moments. */
  carts: number
  /** Nothing lower exists with up to `mostQuantity` units of each SKU: all carts were tried, all choices of claims searched. */
  isComplete: boolean
  /** A search of claims was cut off by the limit of nodes. */
  isCutOff: boolean
}

const NODE_LIMIT = 2000

type Found = { lineCents: number; claimIds: string[]; usePoints: boolean; isCutOff: boolean }

/** The choice of held claims with which the SKU's own line pays least. */
function lowestLine(ruleSet: RuleSet, cart: Cart): Found | undefined {
  if (checkCart(cart, Date.parse(cart.at)).length > 0) return undefined
  const search = openSearch(oneLine(TARGET), NODE_LIMIT)
  for (const start of cart.pointsToUse ? [cart, withoutPoints(cart)] : [cart]) {
    const state = openState(start, Date.parse(cart.at), true)
    const usesPoints = start.pointsToUse !== undefined
    searchClaims(search, openStages(ruleSet, state), {
      state,
      path: [usesPoints ? 'points' : ''],
      count: usesPoints ? 1 : 0,
    })
  }
  const { best, openCents } = search
  if (!best) return undefined
  const claimIds = best.path.slice(1).flatMap((ids) => (ids === '' ? [] : ids.split('\n')))
  const isCutOff = openCents < best.payableCents
  return { lineCents: best.payableCents, claimIds, usePoints: best.path[0] === 'points', isCutOff }
}

function receivedOf({ payableCents, quantity, cuts }: PricedLine): number {
  let received = payableCents
  for (const { paidBy } of cuts) for (const { payer, cents } of paidBy) if (payer !== 'shop') received += cents
  return Math.floor(received / quantity)
}

type Best = { cart: Cart; unitCents: number; found: Found }

/** The lower price; of equals the smaller cart, then the one with fewer claims, then the first. */
function isLower(a: Best, b: Best | undefined): boolean {
  if (!b || a.unitCents !== b.unitCents) return !b || a.unitCents < b.unitCents
  const units = ({ cart }: Best) => cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return units(a) - units(b) < 0 || (units(a) === units(b) && a.found.claimIds.length < b.found.claimIds.length)
}

function show(
  ruleSet: RuleSet,
  skuId: string,
  best: Best,
): Omit<LowestPrice, 'carts' | 'isComplete' | 'isCutOff'> | undefined {
  const { claimIds, usePoints } = best.found
  const cart = withClaims(best.cart, claimIds, usePoints)
  const priced = priceCart(ruleSet, cart)
  const line = priced.ok ? priced.value.lines.find(({ lineId }) => lineId === TARGET) : undefined
  if (!priced.ok || !line) return undefined
  return { skuId, unitCents: best.unitCents, receivedCents: receivedOf(line), cart, priced: priced.value, line }
}

/**
 * Searches the lowest price that anybody can get for a SKU: over moments and kinds of buyers that the rules tell apart, numbers of
 * units, co-purchases that reach thresholds, and every choice of the claims one may hold.
 * `undefined` when the SKU cannot be priced at all.
 */
export function lowestPrice(publish: PublishCase, target: PublishGood): LowestPrice | undefined {
  const settings: PublishSettings = settingsOf(publish)
  const { ruleSet, limits = {} } = publish
  const goods = new Map(publish.goods.map((good) => [good.skuId, good]))
  let best: Best | undefined
  let carts = 0
  let isComplete = true
  let isCutOff = false
  for (const situation of situationsOf(ruleSet, publish.from))
    for (const held of heldBy(ruleSet, situation, limits, settings)) {
      const reachable = reachableCarts({ ruleSet, held, target, goods }, settings)
      isComplete &&= reachable.isComplete
      for (const amounts of reachable.carts) {
        const cart = { ...held, lines: linesOf(amounts, goods, target.skuId) }
        const found = lowestLine(ruleSet, cart)
        if (!found) continue
        carts++
        isCutOff ||= found.isCutOff
        const unitCents = Math.floor(found.lineCents / (amounts.get(target.skuId) ?? 1))
        if (isLower({ cart, unitCents, found }, best)) best = { cart, unitCents, found }
      }
    }
  const shown = best && show(ruleSet, target.skuId, best)
  return shown && { ...shown, carts, isComplete: isComplete && !isCutOff, isCutOff }
}
