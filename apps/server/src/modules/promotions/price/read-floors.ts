import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { keyTextOf } from '../../admin/resources/define-resource.ts'
import { resources } from '../../admin/schema.ts'
import { PRODUCTS } from '../../products/products.ts'
import type { Goods } from './read-goods.ts'

/** The price of one unit that no promotion may go below, by SKU; from the listing's entry in the product master. */
export async function readFloors(
  context: Context,
  store: string,
  goods: ReadonlyMap<string, Goods>,
): Promise<Map<string, number>> {
  const keys = [...new Set([...goods.values()].map(({ spuId }) => keyTextOf(PRODUCTS, { itemId: spuId })))]
  if (keys.length === 0) return new Map()
  const { resource, keyText, deletedAt, data } = resources
  const rows = await context.records.db
    .select({ data })
    .from(resources)
    .where(and(eq(resources.store, store), eq(resource, PRODUCTS.id), inArray(keyText, keys), isNull(deletedAt)))
  const bySpu = new Map(
    rows.flatMap((row) => (typeof row.data.floorCents === 'number' ? [[row.data.itemId, row.data.floorCents]] : [])),
  )
  return new Map(
    [...goods].flatMap(([skuId, { spuId }]) => {
      const floor = bySpu.get(spuId)
      return floor === undefined ? [] : [[skuId, floor] as const]
    }),
  )
}
