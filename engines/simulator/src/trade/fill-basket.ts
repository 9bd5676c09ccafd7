import type { Item, Sku } from '../catalogue/build-catalogue.ts'
import type { OpenDay, Shop } from '../shop.ts'
import type { BasketLine } from './basket.ts'

const SUBSTITUTE_RATE = 0.5
const ADD_ON_RATE = { burst: 0.5, otherwise: 0.3 }
const MAX_LINES = 4

function chooseQuantity(draw: number): number {
  if (draw < 0.8) return 1
  return draw < 0.95 ? 2 : 3
}

/** The favourite variant, else half the time another one that is there; null is a lost sale. */
function chooseSku(shop: Shop, item: Item, today: OpenDay): Sku | null {
  const favourite = item.skus[item.pickSku(today.rng)]
  if (!favourite || shop.stock.has(favourite, 1)) return favourite ?? null
  const other = today.rng.next() < SUBSTITUTE_RATE ? item.skus.find((s) => shop.stock.has(s, 1)) : undefined
  if (!other) shop.stock.lose(favourite)
  return other ?? null
}

function lineFor(shop: Shop, item: Item, today: OpenDay): BasketLine | null {
  const quantity = chooseQuantity(today.rng.next())
  const sku = chooseSku(shop, item, today)
  if (!sku) return null
  const factor = shop.priceFactor(item, today.mood.index) * (today.weather?.priceFactor(item.itemId) ?? 1)
  const unitCents = Math.round((sku.priceCents * factor) / 10) * 10
  return { item, sku, quantity: shop.stock.has(sku, quantity) ? quantity : 1, unitCents }
}

/**
 * The listing they came for, in a variant that is there, and what they take along of the other listings they saw.
 * Shape: empty when nothing of the first listing is on hand; each listing once, so each SKU once.
 */
export function fillBasket(shop: Shop, today: OpenDay, focus: Item, seen: readonly Item[]): BasketLine[] {
  const first = lineFor(shop, focus, today)
  if (!first) return []
  const lines = [first]
  const rate = today.mood.phase === 'burst' ? ADD_ON_RATE.burst : ADD_ON_RATE.otherwise
  for (const item of seen) {
    if (lines.length >= MAX_LINES || lines.some((l) => l.item === item) || today.rng.next() >= rate) continue
    const line = lineFor(shop, item, today)
    if (line) lines.push(line)
  }
  return lines
}
