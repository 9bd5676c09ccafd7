import type { FieldKind } from '../field-kind.ts'
import { IDENTIFIER } from './identifier.ts'

/**
 * Who bought or looked: only the shop's keyed hash of the id is kept, so that the same person is the same number in all
 * facts of one shop and cannot be found again or matched across shops.
 */
export const PERSON: FieldKind = {
  id: 'person',
  type: 'Nullable(UInt64)',
  personal: true,
  value: (cell, options) => `sipHash64Keyed(({k0:UInt64}, {k1:UInt64}), ${IDENTIFIER.value(cell, options)})`,
  fault: null,
}
