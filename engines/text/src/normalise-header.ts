import { foldWidth } from './fold-width.ts'
import { toSimplified } from './to-simplified.ts'

const cache = new Map<string, string>()

/**
 * One spelling for all spellings of a column name: half width, simplified, lower case, without spaces, underscores, quotes
 * and the byte-order mark. Two headers mean the same when their normal forms are equal.
 * @example normaliseHeader(' Customer ID') === normaliseHeader('customer_id') // true
 */
export function normaliseHeader(header: string): string {
  const seen = cache.get(header)
  if (seen !== undefined) return seen
  const normal = toSimplified(foldWidth(header))
    .toLowerCase()
    .replace(/[\s_"'“”‘’=\ufeff·.-]/g, '')
  // Headers are few; a stranger's file must not fill memory with them.
  if (cache.size > 5000) cache.clear()
  cache.set(header, normal)
  return normal
}
