import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { BOUNDS, HEAD, ITEM_BITS, ITEM_MASK, OPEN_ITEM, PART } from '../frame/layout.ts'
import { type Admission, PARTS_WORDS } from '../state/admission.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'
import { copyTerms, termsHold } from './item-terms.ts'

/** So many units of one part may be in a set. */
const PART_UNITS_MAX = 1000

const partAt = (start: number, part: number): number => start + OPEN_ITEM.parts + part * PART.words

/** Every part is open, no bundle itself, and named once. */
function partsHold(core: Admission, frame: Int32Array, start: number, count: number): boolean {
  for (let part = 0; part < count; part++) {
    const at = partAt(start, part)
    const item = frame[at] as number
    const units = frame[at + PART.units] as number
    if (item <= 0 || item >= core.options.items || units < 1 || units > PART_UNITS_MAX) return false
    const kind = core.items[itemRow(item) + ITEM.kind] as number
    if (kind === 0 || kind === ITEM_KIND.bundle || kind === ITEM_KIND.presale) return false
    for (let before = 0; before < part; before++) if (frame[partAt(start, before)] === item) return false
  }
  return true
}

function writeParts(core: Admission, frame: Int32Array, start: number, count: number, row: number): void {
  const first = core.partsUsed[0] as number
  for (let i = 0; i < count * PARTS_WORDS; i++)
    core.parts[first * PARTS_WORDS + i] = frame[start + OPEN_ITEM.parts + i] as number
  core.partsUsed[0] = first + count
  core.items[row + ITEM.partFirst] = first
  core.items[row + ITEM.partCount] = count
}

/** Puts an item on the books with its stock and terms. A bundle has parts and no stock; everything else has stock and no parts. */
export function openItem(core: Admission, frame: Int32Array, start: number): number {
  const word = frame[start + OPEN_ITEM.item] as number
  const item = word & ITEM_MASK
  const kind = word >>> ITEM_BITS
  if (item === 0 || item >= core.options.items) return RESULT.item_unknown
  if (kind < ITEM_KIND.sku || kind > ITEM_KIND.bundle) return RESULT.terms_invalid
  const row = itemRow(item)
  if (core.items[row + ITEM.kind] !== 0) return RESULT.item_exists
  const stock = frame[start + OPEN_ITEM.stock] as number
  const count = frame[start + HEAD.lines] as number
  if (stock < 0 || stock > BOUNDS.stockMax) return RESULT.quantity_invalid
  const isBundle = kind === ITEM_KIND.bundle
  if (isBundle !== count > 0 || (isBundle && stock !== 0)) return RESULT.terms_invalid
  if (!termsHold(core, frame, start, kind) || !partsHold(core, frame, start, count)) return RESULT.terms_invalid
  if (((core.partsUsed[0] as number) + count) * PARTS_WORDS > core.parts.length) return RESULT.core_full
  copyTerms(core, frame, start, row)
  writeParts(core, frame, start, count, row)
  core.items[row + ITEM.kind] = kind
  core.items[row + ITEM.free] = stock
  core.items[row + ITEM.stock] = stock
  return RESULT.accepted
}
