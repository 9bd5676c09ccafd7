import { randomBytes } from 'node:crypto'
import type { Id } from '@zhanggui/orders'

/** An id for a command that a person gives once; no other will ever meet it. */
export function newCommandId(): Id {
  const bytes = randomBytes(16)
  return [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)]
}
