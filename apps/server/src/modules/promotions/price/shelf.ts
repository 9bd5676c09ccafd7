import type { Context } from '../../../context.ts'
import { type ApprovedPrice, readApprovedPrices } from '../prices/effective-prices.ts'
import { type Goods, readGoodsRows } from './goods-rows.ts'
import { readFloorsOfListings } from './read-floors.ts'

/** What prices take from the goods of a shop: listed prices by SKU, floors by listing, approved prices by SKU, the oldest first. */
export type Shelf = {
  goods: ReadonlyMap<string, Goods>
  floors: ReadonlyMap<string, number>
  prices: ReadonlyMap<string, readonly ApprovedPrice[]>
}

/** A shop with more goods or approved prices than these is not kept: its carts ask for their own goods. */
export const SHELF_MOST = 100_000

/** Goods of all shops together that a process keeps; the shop priced longest ago makes room. */
const KEPT_MOST = 300_000

type Kept = { revision: number; shelf: Promise<Shelf | null>; size: number }

/** One string for all goods of a category, a brand, a title: they repeat, and each came as a string of its own. */
function shareStrings(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const first = known.get(text) ?? text
    known.set(text, first)
    return first
  }
}

function goodsBySku(rows: readonly Goods[]): Map<string, Goods> {
  const share = shareStrings()
  const goods = new Map<string, Goods>()
  for (const row of rows) {
    if (goods.has(row.skuId)) continue
    const { spuId, title, categoryId, brandId } = row
    const shared = { spuId: share(spuId), title: share(title), categoryId: share(categoryId), brandId: share(brandId) }
    goods.set(row.skuId, { ...row, ...shared })
  }
  return goods
}

async function readShelf(context: Context, store: string): Promise<Shelf | null> {
  const rows = await readGoodsRows(context, store, { most: SHELF_MOST + 1 })
  if (rows.length > SHELF_MOST) return null
  const prices = await readApprovedPrices(context, store, { most: SHELF_MOST })
  if (!prices) return null
  return { goods: goodsBySku(rows), prices, floors: await readFloorsOfListings(context, store) }
}

const shelvesOf = new WeakMap<Context['records'], Map<string, Kept>>()

function makeRoom(shelves: Map<string, Kept>): void {
  const total = (): number => [...shelves.values()].reduce((sum, { size }) => sum + size, 0)
  for (const store of shelves.keys()) {
    if (shelves.size < 2 || total() <= KEPT_MOST) return
    shelves.delete(store)
  }
}

function startReading(context: Context, store: string, revision: number, shelves: Map<string, Kept>): Kept {
  const kept: Kept = { revision, shelf: readShelf(context, store), size: 0 }
  kept.shelf.then(
    (shelf) => {
      kept.size = shelf?.goods.size ?? 0
      makeRoom(shelves)
    },
    // The next price reads again.
    () => shelves.get(store) === kept && shelves.delete(store),
  )
  return kept
}

/**
 * The goods of a shop as this process keeps them, read anew by the first price after `revision` changed. It is the number of
 * `readPriceRevision`, read before: so what is kept is never older than the number says. Null: there are too many to be kept.
 */
export function shelfOf(context: Context, store: string, revision: number): Promise<Shelf | null> {
  const shelves = shelvesOf.get(context.records) ?? new Map<string, Kept>()
  shelvesOf.set(context.records, shelves)
  const known = shelves.get(store)
  const kept = known?.revision === revision ? known : startReading(context, store, revision, shelves)
  // The one that was asked for last goes last.
  shelves.delete(store)
  shelves.set(store, kept)
  return kept.shelf
}
