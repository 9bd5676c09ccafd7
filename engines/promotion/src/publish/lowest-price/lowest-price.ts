import type { Cart } from '../../cart/cart.ts'
import { checkCart } from '../../cart/check-cart.ts'
import { type Aim, oneLine, receivedForLine } from '../../choose/aim.ts'
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

/** A cart that shows a lowest figure of a SKU, with its line. */
export type Shown = { cart: Cart; priced: PricedCart; line: PricedLine }

/** The lowest final price of a SKU, and the cart that shows it. */
export type LowestPrice = Shown & {
  skuId: string
  /** What the cheapest unit of the line pays. */
  unitCents: number
  /** The least that the shop receives for one unit, what others bear counted in; in a cart of its own, where others pay. */
  received: Shown & { unitCents: number }
  /** Carts that were tried, over all kinds of buyers and moments. */
  carts: number
  /** Nothing lower exists with up to `mostQuantity` units of each SKU: all carts were tried, all choices of claims searched. */
  isComplete: boolean
  /** A search of claims was cut off by the limit of nodes. */
  isCutOff: boolean
}

const NODE_LIMIT = 2000

type Found = { lineCents: number; claimIds: string[]; usePoints: boolean; isCutOff: boolean }

/** The choice of held claims that makes a figure of the SKU's own line lowest. */
function lowestLine(ruleSet: RuleSet, cart: Cart, aim: Aim): Found | undefined {
  if (checkCart(cart, Date.parse(cart.at)).length > 0) return undefined
  const search = openSearch(aim, NODE_LIMIT)
  for (const start of cart.pointsToUse ? [cart, withoutPoints(cart)] : [cart]) {
    const state = openState(start, Date.parse(cart.at), true)
    const usesPoints = start.pointsToUse !== undefined
    const way = { state, path: [usesPoints ? 'points' : ''], count: usesPoints ? 1 : 0 }
    searchClaims(search, openStages(ruleSet, state), way)
  }
  const { best, openCents } = search
  if (!best) return undefined
  const claimIds = best.path.slice(1).flatMap((ids) => (ids === '' ? [] : ids.split('\n')))
  const isCutOff = openCents < best.payableCents
  return { lineCents: best.payableCents, claimIds, usePoints: best.path[0] === 'points', isCutOff }
}

type Best = { cart: Cart; unitCents: number; found: Found }

/** The lower price; of equals the smaller cart, then the one with fewer claims, then the first. */
function isLower(a: Best, b: Best | undefined): boolean {
  if (!b || a.unitCents !== b.unitCents) return !b || a.unitCents < b.unitCents
  const units = ({ cart }: Best) => cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return units(a) - units(b) < 0 || (units(a) === units(b) && a.found.claimIds.length < b.found.claimIds.length)
}

function show(ruleSet: RuleSet, { cart: whole, found }: Best): Shown | undefined {
  const cart = withClaims(whole, found.claimIds, found.usePoints)
  const priced = priceCart(ruleSet, cart)
  const line = priced.ok ? priced.value.lines.find(({ lineId }) => lineId === TARGET) : undefined
  return priced.ok && line ? { cart, priced: priced.value, line } : undefined
}

/** The lowest of one figure over all carts that were tried. */
class Lowest {
  best: Best | undefined
  isCutOff = false
  private readonly aim: Aim

  constructor(aim: Aim) {
    this.aim = aim
  }

  /** Whether the cart could be priced at all. */
  try(ruleSet: RuleSet, cart: Cart, quantity: number): boolean {
    const found = lowestLine(ruleSet, cart, this.aim)
    if (!found) return false
    this.isCutOff ||= found.isCutOff
    const next = { cart, unitCents: Math.floor(found.lineCents / quantity), found }
    if (isLower(next, this.best)) this.best = next
    return true
  }
}

/**
 * Searches the lowest price that anybody can get for a SKU: over moments and kinds of buyers that the rules tell apart, numbers of
 * units, co-purchases that reach thresholds, and every choice of the claims one may hold. Where others than the shop bear a part,
 * the least that the shop receives is searched for itself: a cart at a higher price may bring the shop less.
 * `undefined` when the SKU cannot be priced at all.
 */
export function lowestPrice(publish: PublishCase, target: PublishGood): LowestPrice | undefined {
  const settings: PublishSettings = settingsOf(publish)
  const { ruleSet, limits = {} } = publish
  const goods = new Map(publish.goods.map((good) => [good.skuId, good]))
  const doOthersPay = [...ruleSet.rules.values()].some((rule) => rule.isBorneByOthers)
  const paid = new Lowest(oneLine(TARGET))
  const received = doOthersPay ? new Lowest(receivedForLine(TARGET)) : paid
  let carts = 0
  let isComplete = true
  for (const situation of situationsOf(ruleSet, publish.from))
    for (const held of heldBy(ruleSet, situation, limits, settings)) {
      const reachable = reachableCarts({ ruleSet, held, target, goods }, settings)
      isComplete &&= reachable.isComplete
      for (const amounts of reachable.carts) {
        const cart = { ...held, lines: linesOf(amounts, goods, target.skuId) }
        const quantity = amounts.get(target.skuId) ?? 1
        if (paid.try(ruleSet, cart, quantity)) carts++
        if (doOthersPay) received.try(ruleSet, cart, quantity)
      }
    }
  const shown = paid.best && show(ruleSet, paid.best)
  const least = received.best && show(ruleSet, received.best)
  if (!paid.best || !received.best || !shown || !least) return undefined
  const isCutOff = paid.isCutOff || received.isCutOff
  return {
    skuId: target.skuId,
    unitCents: paid.best.unitCents,
    ...shown,
    received: { ...least, unitCents: received.best.unitCents },
    carts,
    isComplete: isComplete && !isCutOff,
    isCutOff,
  }
}
