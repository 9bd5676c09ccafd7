import { RESULT } from '../codes/result-code.ts'
import { CHANGE_TERMS, OPEN_ITEM } from '../frame/layout.ts'
import type { Admission } from '../state/admission.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'
import { copyTerms, termsHold } from './item-terms.ts'

/**
 * New terms for an item from now on; orders keep what they were promised. The group of limits cannot change: units counted
 * under one group could not be given back to another.
 */
export function changeTerms(core: Admission, frame: Int32Array, start: number): number {
  const item = frame[start + CHANGE_TERMS.item] as number
  if (item <= 0 || item >= core.options.items) return RESULT.item_unknown
  const row = itemRow(item)
  const kind = core.items[row + ITEM.kind] as number
  if (kind === 0) return RESULT.item_unknown
  const closed = frame[start + CHANGE_TERMS.closed] as number
  const sameGroup = frame[start + OPEN_ITEM.limitGroup] === core.items[row + ITEM.limitGroup]
  if ((closed !== 0 && closed !== 1) || !sameGroup || !termsHold(core, frame, start, kind)) return RESULT.terms_invalid
  copyTerms(core, frame, start, row)
  core.items[row + ITEM.closed] = closed
  return RESULT.accepted
}
