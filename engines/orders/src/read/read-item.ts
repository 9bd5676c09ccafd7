import { ITEM_KIND, type ItemKind } from '../frame/command-kind.ts'
import type { Admission } from '../state/admission.ts'
import { freeUnits } from '../stock/move-units.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

/** Where the units of an item are: `stock` = free + held + locked + sold, except for a bundle, which has none of its own. */
export type ItemStock = {
  item: number
  kind: ItemKind
  closed: boolean
  version: number
  free: number
  held: number
  locked: number
  sold: number
  stock: number
}

const KIND_OF: ReadonlyMap<number, ItemKind> = new Map(
  Object.entries(ITEM_KIND).map(([name, number]) => [number, name as ItemKind]),
)

/** `undefined` for an item that was never opened. */
export function readItem(core: Admission, item: number): ItemStock | undefined {
  if (item <= 0 || item >= core.options.items) return undefined
  const row = itemRow(item)
  const kind = KIND_OF.get(core.items[row + ITEM.kind] as number)
  if (!kind) return undefined
  const word = (at: number): number => core.items[row + at] as number
  return {
    item,
    kind,
    closed: word(ITEM.closed) !== 0,
    version: word(ITEM.version),
    free: freeUnits(core, item),
    held: word(ITEM.held),
    locked: word(ITEM.locked),
    sold: word(ITEM.sold),
    stock: word(ITEM.stock),
  }
}
