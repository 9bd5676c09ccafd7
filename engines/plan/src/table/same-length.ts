import { foldWidth, toSimplified } from '@zhanggui/text'

/**
 * Half width, simplified, lower case, one character for one, so that a place in the folded text is the same place in the text.
 * Where a script change would alter the length, the script is left as it is.
 */
export function foldSameLength(text: string): string {
  const wide = foldWidth(text).toLowerCase()
  const simplified = toSimplified(wide)
  return simplified.length === wide.length ? simplified : wide
}
