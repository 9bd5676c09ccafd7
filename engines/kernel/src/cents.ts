import { assert } from './assert.ts'
import type { Brand } from './brand.ts'

/** Whole minor units of a currency: 分 for yuan, pence for pounds. */
export type Cents = Brand<number, 'Cents'>

export const isCents = (n: number): n is Cents => Number.isSafeInteger(n)

/**
 * The only maker of `Cents`.
 * Unit: whole minor units. Errors: throws on fractions, NaN, infinities and integers beyond ±2^53.
 * @example cents(1990) // ¥19.90
 */
export function cents(n: number): Cents {
  assert(isCents(n), `money is a whole, safe number of minor units, got ${n}`)
  return (Object.is(n, -0) ? 0 : n) as Cents
}

/** Adds exactly; throws when the sum leaves the safe range. An empty list is 0. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total = cents(total + amount)
  return cents(total)
}
