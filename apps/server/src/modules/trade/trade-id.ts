import type { Id } from '@zhanggui/orders'

const WORD_BITS = 32n

/** An id as decimal text; the low word comes first in the core. */
export function textOfId(id: Id): string {
  let value = 0n
  for (const word of id.toReversed()) value = (value << WORD_BITS) | BigInt(word >>> 0)
  return value.toString()
}

/** The text must be a `TradeId`: decimal digits, below 2^128. */
export function idOfText(text: string): Id {
  const value = BigInt(text)
  const word = (place: bigint): number => Number(BigInt.asIntN(32, value >> (WORD_BITS * place)))
  return [word(0n), word(1n), word(2n), word(3n)]
}
