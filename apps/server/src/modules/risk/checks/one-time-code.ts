import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../../context.ts'

const DIGITS = 6

/** Six digits from the system's own randomness. */
export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** As the code lies in the records: keyed with a secret of the installation and bound to shop and order. */
export const hashCode = (
  { secrets }: Pick<Context, 'secrets'>,
  { store, orderId }: { store: string; orderId: string },
  code: string,
): string =>
  createHmac('sha256', secrets.keyOf(`risk-check/${store}`))
    .update(`${orderId}\n${code}`)
    .digest('hex')

/** Compared in a time that says nothing of how much of it was right. */
export const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
