import { BLANK_WORDS } from '@zhanggui/imports'

const CODE_POINTS_MAX = 100

/** The engine strips blanks only; what else JavaScript takes for white space stays. */
const trimBlanks = (text: string): string => text.replace(/^ +| +$/g, '')

/** Letters of ASCII alone, as the engine's `lower` does it. */
const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What the engine reads as a whole number as it stands: it needs no undressing, and is not cut off. */
const isWholeNumber = (cell: string): boolean => /^\+?[0-9]+$/.test(cell) && BigInt(cell) < 1n << 64n

/** What a spreadsheet wraps around a cell: `="…"`, or an apostrophe before it. */
const WRAPPED = /^(?:="?|'|’)([\s\S]*?)"?$/

/**
 * What an identifier says, just as imports read one (field kind `identifier`, which is SQL): spreadsheet wrapping, full width and outer
 * blanks are gone, `123.0` is `123`. Shape: null for one that says nothing, such as a dash. A test holds both forms equal.
 */
export function saidIdentifier(cell: string): string | null {
  if (BLANK_WORDS.includes(lowerAscii(trimBlanks(cell)))) return null
  if (isWholeNumber(cell)) return cell
  const flat = trimBlanks(cell.toWellFormed().replaceAll('\t', '')).normalize('NFKC')
  const bare = trimBlanks(flat.replace(WRAPPED, '$1')).replace(/^([0-9]+)\.0$/, '$1')
  return [...bare].slice(0, CODE_POINTS_MAX).join('')
}
