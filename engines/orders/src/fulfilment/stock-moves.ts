import { err, ok, type Result } from '@zhanggui/kernel'
import type { OrderLife, Parcel } from '../life/order-life.ts'

/** Units of a SKU that parcels take from a warehouse; below zero: that are given back to it. */
export type StockMove = { warehouse: string; skuId: string; units: number }

export type StockShort = { skuId: string; left: number; units: number }

/** Replacements are taken from the shop's stock, and no warehouse was chosen for them. */
const isOwn = ({ forCase }: Parcel): boolean => forCase === ''

/**
 * What the change of an order means for its warehouses: a parcel takes its units when it is planned, and gives them back when it is dropped
 * before it was sent. Whatever else happens to it moves nothing, so the same change told again is none.
 * Shape: one move a warehouse and SKU, none of zero.
 */
export function stockMoves(before: OrderLife, after: OrderLife): StockMove[] {
  const skuOf = new Map(after.lines.map(({ lineId, skuId }) => [lineId, skuId]))
  const moves = new Map<string, StockMove>()
  for (const parcel of after.parcels.filter(isOwn)) {
    const known = before.parcels.find(({ parcelId }) => parcelId === parcel.parcelId)
    const sign =
      !known && parcel.state === 'planned' ? 1 : known?.state === 'planned' && parcel.state === 'dropped' ? -1 : 0
    if (sign === 0) continue
    for (const { lineId, units } of parcel.lines) {
      const skuId = skuOf.get(lineId) ?? ''
      const key = JSON.stringify([parcel.warehouse, skuId])
      const sum = (moves.get(key)?.units ?? 0) + sign * units
      moves.set(key, { warehouse: parcel.warehouse, skuId, units: sum })
    }
  }
  return [...moves.values()].filter(({ units }) => units !== 0)
}

/** A warehouse's units after its moves, or the first SKU of which it has too few: then nothing is taken. */
export function movedStock(
  stock: Readonly<Record<string, number>>,
  moves: readonly StockMove[],
): Result<Record<string, number>, StockShort> {
  const after: Record<string, number> = { ...stock }
  for (const { skuId, units } of moves) {
    const left = after[skuId] ?? 0
    if (units > left) return err({ skuId, left, units })
    after[skuId] = left - units
  }
  return ok(after)
}
