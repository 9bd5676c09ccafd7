import type { SkuPrice } from './fixed-price.ts'
import { cutUnits, mostOfLimited } from './limited-units.ts'
import { type Basket, defineMechanic, type Verdict } from './mechanic.ts'
import { amount, count, onlyFields, rowsOf, text } from './params.ts'

/** Goods at a special price for who buys other goods for so much (加价换购): at most `units` units of them. */
export type ExchangeBuy = { minCents: number; prices: readonly SkuPrice[]; units: number }

/** What the goods pay that are not on offer themselves. */
function otherGoods({ lines, baseCents }: Basket, prices: ReadonlyMap<string, number>): number {
  return lines.reduce((sum, line, i) => sum + (prices.has(line.skuId) ? 0 : (baseCents[i] as number)), 0)
}

function applyExchange({ minCents, prices, units }: ExchangeBuy, basket: Basket): Verdict {
  const bySku = new Map(prices.map(({ skuId, priceCents }) => [skuId, priceCents]))
  const others = otherGoods(basket, bySku)
  if (others < minCents) return { hit: false, reason: 'below_threshold', next: { shortCents: minCents - others } }
  if (!basket.lines.some((line) => bySku.has(line.skuId))) return { hit: false, reason: 'parts_missing' }
  return cutUnits({ ...basket, unitsUsed: 0 }, { unitsPerBuyer: units }, (amount, few, line) => {
    const price = bySku.get(line.skuId)
    return price === undefined ? 0 : amount - price * few
  })
}

export const exchangeBuy = defineMechanic<ExchangeBuy>({
  mechanic: 'exchangeBuy',
  zh: '加价换购',
  en: 'Exchange buy',
  level: 'mechanic',
  group: 'exchange',
  usesUnits: () => true,
  mostOff: ({ units }, basket) => mostOfLimited({ unitsPerBuyer: units }, basket),
  example: { minCents: 19_900, prices: [{ skuId: 'sku-9', priceCents: 990 }], units: 1 },
  check: (params) => [
    ...onlyFields(params, ['minCents', 'prices', 'units']),
    ...amount(params, 'minCents'),
    ...rowsOf(params, 'prices', (row) => [
      ...onlyFields(row, ['skuId', 'priceCents']),
      ...text(row, 'skuId'),
      ...amount(row, 'priceCents', 0),
    ]),
    ...count(params, 'units', 1000),
  ],
  apply: applyExchange,
})
