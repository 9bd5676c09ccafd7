import { ITEM_KIND } from '../frame/command-kind.ts'
import { OPEN_ITEM, pairAt } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

const COPIED: readonly (readonly [from: number, to: number])[] = [
  [OPEN_ITEM.buyerLimit, ITEM.buyerLimit],
  [OPEN_ITEM.addressLimit, ITEM.addressLimit],
  [OPEN_ITEM.limitGroup, ITEM.limitGroup],
  [OPEN_ITEM.gate, ITEM.gate],
  [OPEN_ITEM.version, ITEM.version],
  [OPEN_ITEM.holdSeconds, ITEM.holdSeconds],
]
const PAIRS_FROM = OPEN_ITEM.opensAt
const PAIR_WORDS = 8

/** The longest hold in seconds that still fits where milliseconds are reckoned. */
const HOLD_SECONDS_MAX = 30 * 86_400

const isNumberOf = (word: number, size: number): boolean => word >= 0 && word < size

/** Do the terms at `start` hold for an item of this kind? Laid out as in `OPEN_ITEM`. */
export function termsHold(core: Admission, frame: Int32Array, start: number, kind: number): boolean {
  const { options, items } = core
  const word = (at: number): number => frame[start + at] as number
  if (word(OPEN_ITEM.buyerLimit) < 0 || word(OPEN_ITEM.addressLimit) < 0 || word(OPEN_ITEM.version) < 0) return false
  if (!isNumberOf(word(OPEN_ITEM.holdSeconds), HOLD_SECONDS_MAX + 1)) return false
  if (!isNumberOf(word(OPEN_ITEM.gate), options.gates)) return false
  const group = word(OPEN_ITEM.limitGroup)
  if (!isNumberOf(group, options.items) || (group !== 0 && items[itemRow(group) + ITEM.kind] === 0)) return false
  const opensAt = pairAt(frame, start + OPEN_ITEM.opensAt)
  const closesAt = pairAt(frame, start + OPEN_ITEM.closesAt)
  if (closesAt !== 0 && closesAt <= opensAt) return false
  const balanceUntil = pairAt(frame, start + OPEN_ITEM.balanceUntil)
  if (kind === ITEM_KIND.presale) return balanceUntil > pairAt(frame, start + OPEN_ITEM.balanceFrom)
  return balanceUntil === 0 && pairAt(frame, start + OPEN_ITEM.balanceFrom) === 0
}

export function copyTerms(core: Admission, frame: Int32Array, start: number, row: number): void {
  for (const [from, to] of COPIED) core.items[row + to] = frame[start + from] as number
  for (let i = 0; i < PAIR_WORDS; i++) core.items[row + ITEM.opensAt + i] = frame[start + PAIRS_FROM + i] as number
}
