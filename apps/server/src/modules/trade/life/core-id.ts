import { createHash } from 'node:crypto'
import type { Id } from '@zhanggui/orders'

/**
 * The id under which the order core knows an order, or a step of one: 128 bits of a hash over the parts, so that the same step always
 * has the same id and is carried out once. The core of a shop knows no other shop, so the shop is not part of it.
 */
export function coreIdOf(...parts: readonly (string | number)[]): Id {
  const hash = createHash('sha256').update(parts.join('\n')).digest()
  return [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12)]
}
