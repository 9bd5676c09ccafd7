import type { Context } from '../../../context.ts'
import { effectiveCents } from '../prices/effective-prices.ts'
import type { Goods } from './goods-rows.ts'
import { readFloors } from './read-floors.ts'
import { readGoods } from './read-goods.ts'
import { type Shelf, shelfOf } from './shelf.ts'

/** The goods of a cart by SKU at the prices of a moment, and the floors of those that have one. Only what is known. */
export type CartGoods = { goods: ReadonlyMap<string, Goods>; floors: ReadonlyMap<string, number> }

type Asked = { skuIds: readonly string[]; at: Date }

function takeFrom(shelf: Shelf, { skuIds, at }: Asked): CartGoods {
  const [goods, floors] = [new Map<string, Goods>(), new Map<string, number>()]
  for (const skuId of skuIds) {
    const known = shelf.goods.get(skuId)
    if (!known) continue
    const approved = effectiveCents(shelf.prices.get(skuId) ?? [], at)
    goods.set(skuId, approved === undefined ? known : { ...known, unitCents: approved })
    const floor = shelf.floors.get(known.spuId)
    if (floor !== undefined) floors.set(skuId, floor)
  }
  return { goods, floors }
}

/** From the goods that this process keeps; where a shop has too many of them, from the stores. `revision` as `shelfOf` asks for it. */
export async function goodsOfCart(
  context: Context,
  store: string,
  { revision, ...asked }: Asked & { revision: number },
): Promise<CartGoods> {
  const shelf = await shelfOf(context, store, revision)
  if (shelf) return takeFrom(shelf, asked)
  const goods = await readGoods(context, store, asked)
  return { goods, floors: await readFloors(context, store, goods) }
}
