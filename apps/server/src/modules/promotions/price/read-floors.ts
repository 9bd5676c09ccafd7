import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { keyTextOf } from '../../admin/resources/define-resource.ts'
import { resources } from '../../admin/schema.ts'
import { PRODUCTS } from '../../products/products.ts'
import type { Goods } from './goods-rows.ts'

async function floorsWhere(context: Context, store: string, which: SQL): Promise<Map<string, number>> {
  const { resource, deletedAt, data } = resources
  const rows = await context.records.db
    .select({ itemId: sql<string>`${data}->>'itemId'`, floorCents: sql<string>`${data}->>'floorCents'` })
    .from(resources)
    .where(
      and(
        eq(resources.store, store),
        eq(resource, PRODUCTS.id),
        isNull(deletedAt),
        sql`${data}->>'floorCents' IS NOT NULL`,
        which,
      ),
    )
  return new Map(rows.map(({ itemId, floorCents }) => [itemId, Number(floorCents)]))
}

/** Every floor of a shop, by listing; from the listings' entries in the product master. */
export const readFloorsOfListings = (context: Context, store: string): Promise<Map<string, number>> =>
  floorsWhere(context, store, sql`true`)

/** The price of one unit that no promotion may go below, by SKU. */
export async function readFloors(
  context: Context,
  store: string,
  goods: ReadonlyMap<string, Goods>,
): Promise<Map<string, number>> {
  const keys = [...new Set([...goods.values()].map(({ spuId }) => keyTextOf(PRODUCTS, { itemId: spuId })))]
  if (keys.length === 0) return new Map()
  const bySpu = await floorsWhere(context, store, inArray(resources.keyText, keys))
  return new Map(
    [...goods].flatMap(([skuId, { spuId }]) => {
      const floor = bySpu.get(spuId)
      return floor === undefined ? [] : [[skuId, floor] as const]
    }),
  )
}
