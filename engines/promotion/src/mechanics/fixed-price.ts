import type { CartLine } from '../cart/cart.ts'
import { checkUnitLimit, cutUnits, isLimited, mostOfLimited, type UnitLimit } from './limited-units.ts'
import { defineMechanic } from './mechanic.ts'
import { amount, oneOf, onlyFields, optional, rowsOf, text } from './params.ts'

export type SkuPrice = { skuId: string; priceCents: number }
/** A price instead of the listed one (活动价, 秒杀价): one for all goods of the rule, or one for each SKU. */
export type FixedPrice = { priceCents?: number; prices?: readonly SkuPrice[] } & UnitLimit

const known = new WeakMap<readonly SkuPrice[], ReadonlyMap<string, number>>()

/** A list may hold thousands of SKUs and is asked for every cart, so it is turned into a map once. */
function pricesBySku(prices: readonly SkuPrice[]): ReadonlyMap<string, number> {
  const before = known.get(prices)
  if (before) return before
  const map = new Map(prices.map(({ skuId, priceCents }) => [skuId, priceCents]))
  known.set(prices, map)
  return map
}

const priceFor = ({ priceCents, prices }: FixedPrice, { skuId }: CartLine): number | undefined =>
  prices ? pricesBySku(prices).get(skuId) : priceCents

export const fixedPrice = defineMechanic<FixedPrice>({
  mechanic: 'fixedPrice',
  zh: '一口价',
  en: 'Fixed price',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  usesUnits: isLimited,
  mostOff: mostOfLimited,
  example: { priceCents: 9900, unitsPerBuyer: 2 },
  check: (params) => [
    ...onlyFields(params, ['priceCents', 'prices', 'unitsPerBuyer']),
    ...oneOf(params, ['priceCents', 'prices']),
    ...optional(params, 'priceCents', () => amount(params, 'priceCents', 0)),
    ...optional(params, 'prices', () =>
      rowsOf(params, 'prices', (row) => [
        ...onlyFields(row, ['skuId', 'priceCents']),
        ...text(row, 'skuId'),
        ...amount(row, 'priceCents', 0),
      ]),
    ),
    ...checkUnitLimit(params),
  ],
  apply(params, basket) {
    return cutUnits(basket, params, (amount, units, line) => {
      const price = priceFor(params, line)
      return price === undefined ? 0 : amount - price * units
    })
  },
})
