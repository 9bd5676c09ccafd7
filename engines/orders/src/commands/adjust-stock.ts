import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { ADJUST_STOCK, BOUNDS } from '../frame/layout.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { changeStock } from '../stock/move-units.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

/** Units come in or go out (`delta` below zero); what is reserved or sold cannot go out. */
export function adjustStock(core: Admission, frame: Int32Array, start: number): number {
  const item = frame[start + ADJUST_STOCK.item] as number
  if (item <= 0 || item >= core.options.items) return RESULT.item_unknown
  const row = itemRow(item)
  const kind = core.items[row + ITEM.kind] as number
  if (kind === 0) return RESULT.item_unknown
  const delta = frame[start + ADJUST_STOCK.delta] as number
  const stock = (core.items[row + ITEM.stock] as number) + delta
  if (delta === 0 || stock > BOUNDS.stockMax) return RESULT.quantity_invalid
  if (kind === ITEM_KIND.bundle) return RESULT.terms_invalid
  const free = core.items[row + ITEM.free] as number
  if (free + delta < 0) {
    core.outcome[OUTCOME.detail] = free
    return RESULT.stock_below_zero
  }
  changeStock(core.items, row, delta)
  return RESULT.accepted
}
