import type { FieldKind } from '../field-kind.ts'
import { isBlank, undressed } from './blank.ts'

/** Longer texts are cut: a fact is not a document store. */
const LENGTH_MAX = 500

/** A name, a title, a word. Cannot fail. */
export const TEXT: FieldKind = {
  id: 'text',
  type: 'Nullable(String)',
  value: (cell) =>
    `multiIf(${isBlank(cell)}, NULL, startsWith(${cell}, '='), leftUTF8(${undressed(cell)}, ${LENGTH_MAX}), leftUTF8(trimBoth(replaceAll(${cell}, '\\xEF\\xBB\\xBF', '')), ${LENGTH_MAX}))`,
  fault: null,
}
