import type { Bundle } from './bundle.ts'

/**
 * How many sets can be sold (联合库存): for each part the stock of its SKUs together divided by the units it needs, the least of them.
 * Exact because no SKU stands in two parts. A part that is a set of its own counts as packed.
 * Shape: whole sets. A SKU without an entry in `stock` has none.
 * @example jointStock({ parts: [{ skuIds: ['a'], units: 1 }, { skuIds: ['b'], units: 2 }] }, new Map([['a', 5], ['b', 9]])) // 4
 */
export function jointStock({ parts }: Pick<Bundle, 'parts'>, stock: ReadonlyMap<string, number>): number {
  const perPart = parts.map(({ skuIds, units }) => {
    const together = skuIds.reduce((sum, skuId) => sum + (stock.get(skuId) ?? 0), 0)
    return Math.floor(together / units)
  })
  return Math.min(...perPart)
}
