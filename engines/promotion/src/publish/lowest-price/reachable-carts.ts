import type { Cart, CartLine } from '../../cart/cart.ts'
import { cheapestFill, cheapestUnits, type Fill, type FillGood } from '../../choose/top-up/cheapest-fill.ts'
import type { NextStep } from '../../mechanics/mechanic.ts'
import { priceCart } from '../../price/price-cart.ts'
import type { RuleSet } from '../../rules/compile-rules.ts'
import type { PublishGood, PublishSettings } from '../publish-case.ts'

/** Units of each SKU; the one that is looked at always among them. */
export type Amounts = ReadonlyMap<string, number>

/** Carts that were found, and whether they are all there are within the stated numbers. */
export type Reachable = { carts: readonly Amounts[]; isComplete: boolean }

const keyOf = (amounts: Amounts): string =>
  [...amounts]
    .map(([skuId, quantity]) => `${skuId}×${quantity}`)
    .sort()
    .join()

/** The line that is looked at; no other line has this id. */
export const TARGET = '!target'

export function linesOf(amounts: Amounts, goods: ReadonlyMap<string, PublishGood>, target: string): CartLine[] {
  return [...amounts].flatMap(([skuId, quantity]) => {
    const good = goods.get(skuId)
    if (!good || quantity === 0) return []
    const { costCents: _, lowestCents: __, struckCents: ___, stock: ____, ...line } = good
    return [{ ...line, lineId: skuId === target ? TARGET : skuId, quantity }]
  })
}

const mostOf = ({ stock = Number.MAX_SAFE_INTEGER }: PublishGood, most: number): number => Math.min(stock, most)

/** All carts with 1 to `mostQuantity` units of the SKU and 0 to `mostQuantity` of every other: small shops only. */
function allCarts(target: PublishGood, others: readonly PublishGood[], most: number): Amounts[] {
  let carts: Map<string, number>[] = Array.from(
    { length: mostOf(target, most) },
    (_, i) => new Map([[target.skuId, i + 1]]),
  )
  for (const good of others)
    carts = carts.flatMap((cart) =>
      Array.from({ length: mostOf(good, most) + 1 }, (_, units) =>
        units === 0 ? cart : new Map([...cart, [good.skuId, units]]),
      ),
    )
  return carts
}

function stepsFrom(ruleSet: RuleSet, cart: Cart): { ruleId: string; next: NextStep }[] {
  const priced = priceCart(ruleSet, cart)
  if (!priced.ok) return []
  return priced.value.outcomes.flatMap(({ ruleId, next }) => (next ? [{ ruleId, next }] : []))
}

/** Goods that count for the rule, and how many more of each may be bought. */
function shelf(ruleSet: RuleSet, ruleId: string, others: readonly PublishGood[], amounts: Amounts): FillGood[] {
  const takesPart = ruleSet.rules.get(ruleId)?.takesPart
  return others
    .filter((good) => takesPart?.({ ...good, lineId: good.skuId, quantity: 1 }))
    .map(({ skuId, unitCents, stock = 1_000 }) => ({ skuId, unitCents, stock: stock - (amounts.get(skuId) ?? 0) }))
}

function plus(amounts: Amounts, add: readonly { skuId: string; quantity: number }[]): Amounts {
  const more = new Map(amounts)
  for (const { skuId, quantity } of add) more.set(skuId, (more.get(skuId) ?? 0) + quantity)
  return more
}

/** Single goods that are tried beside the cheapest mixture, and goods that the mixture is made of. */
const MOST_SINGLE = 4
const MOST_MIXED = 6

function fillOf(goods: readonly FillGood[], { shortCents, shortUnits = 0 }: NextStep): Fill | undefined {
  return shortCents === undefined ? cheapestUnits(goods, shortUnits) : cheapestFill(goods, shortCents)
}

/**
 * Ways to the next step of a rule: the cheapest mixture of the goods that come closest by themselves, and those goods alone. What
 * a companion costs above the threshold only takes a part of the discount away from the SKU, so the cheapest ways come first.
 */
function waysTo({ next, goods, amounts }: { next: NextStep; goods: readonly FillGood[]; amounts: Amounts }): Amounts[] {
  const single = goods
    .flatMap((good) => {
      const fill = fillOf([good], next)
      return fill ? [{ good, fill }] : []
    })
    .sort((a, b) => a.fill.totalCents - b.fill.totalCents)
  const close = single.slice(0, MOST_MIXED).map(({ good }) => good)
  const mixed = fillOf(close.length > 0 ? close : goods.slice(0, MOST_MIXED), next)
  const fills = [...(mixed ? [mixed] : []), ...single.slice(0, MOST_SINGLE).map(({ fill }) => fill)]
  return fills.map(({ add }) => plus(amounts, add))
}

type Around = {
  ruleSet: RuleSet
  held: Omit<Cart, 'lines'>
  target: PublishGood
  goods: ReadonlyMap<string, PublishGood>
}

/** Carts that grow from the SKU alone by the cheapest co-purchases that reach a threshold, then the next, until none is new. */
function grownCarts({ ruleSet, held, target, goods }: Around, settings: PublishSettings): Reachable {
  const others = [...goods.values()].filter(({ skuId }) => skuId !== target.skuId)
  const known = new Map<string, Amounts>()
  const queue: Amounts[] = []
  const meet = (amounts: Amounts): void => {
    const key = keyOf(amounts)
    if (known.has(key) || known.size >= settings.mostCarts) return
    known.set(key, amounts)
    queue.push(amounts)
  }
  for (let units = 1; units <= mostOf(target, settings.mostQuantity); units++) meet(new Map([[target.skuId, units]]))
  for (let cart = queue.shift(); cart; cart = queue.shift()) {
    const lines = linesOf(cart, goods, target.skuId)
    for (const { ruleId, next } of stepsFrom(ruleSet, { ...held, lines })) {
      const ways = waysTo({ next, goods: shelf(ruleSet, ruleId, others, cart), amounts: cart })
      for (const way of ways) meet(way)
    }
  }
  return { carts: [...known.values()], isComplete: false }
}

/**
 * Carts in which a SKU may get its lowest price. All of them where the shop is so small that they can be listed; otherwise the SKU
 * in every number up to `mostQuantity`, with the co-purchases that reach each threshold cheapest, one after the other.
 */
export function reachableCarts(around: Around, settings: PublishSettings): Reachable {
  const { target, goods } = around
  const others = [...goods.values()].filter(({ skuId }) => skuId !== target.skuId)
  const count = (settings.mostQuantity + 1) ** others.length * settings.mostQuantity
  if (count <= settings.mostCarts) return { carts: allCarts(target, others, settings.mostQuantity), isComplete: true }
  return grownCarts(around, settings)
}
