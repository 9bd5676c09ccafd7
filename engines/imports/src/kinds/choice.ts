import type { FieldKind } from '../field-kind.ts'
import { sqlStrings } from '../sql-text.ts'
import { isBlank, undressed } from './blank.ts'

/**
 * One of a closed list of words. `words` maps what exports write (lower case, no spaces, half-width commas) to our word.
 * An unlisted word is an error: a status that nobody knows must not be guessed.
 */
export function choice(id: string, words: Readonly<Record<string, string>>): FieldKind {
  const [from, to] = [sqlStrings(Object.keys(words)), sqlStrings(Object.values(words))]
  const lookup = (text: string): string => `transform(${text}, ${from}, ${to}, '')`
  return {
    id,
    type: 'Nullable(String)',
    value: (cell) =>
      `if(${lookup(cell)} != '', ${lookup(cell)}, nullIf(${lookup(`replaceRegexpAll(lower(${undressed(cell)}), '[\\\\s"]', '')`)}, ''))`,
    fault: { code: 'unknown_word', when: (cell, value) => `isNull(${value}) AND NOT ${isBlank(cell)}` },
  }
}
