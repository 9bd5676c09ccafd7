import { assert } from './assert.ts'
import { type Cents, cents } from './cents.ts'

/**
 * Splits `total` over `weights` in whole cents so that the parts add up to `total` exactly (largest remainder).
 * Left-over cents go to the largest remainders; ties go to the earlier weight. A negative total mirrors the positive split.
 * Shape: one part for each weight, in order. Errors: throws on negative or fractional weights, and when all weights are
 * zero while `total` is not.
 * @example allocate(cents(100), [1, 1, 1]) // [34, 33, 33]
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  assert(
    weights.every((w) => Number.isSafeInteger(w) && w >= 0),
    'weights are whole and not negative',
  )
  const sum = weights.reduce((acc, w) => acc + BigInt(w), 0n)
  if (sum === 0n) {
    assert(total === 0, 'a split over nothing but zero weights has nothing to split')
    return weights.map(() => cents(0))
  }
  const magnitude = BigInt(Math.abs(total))
  const shares = weights.map((w, index) => {
    const product = magnitude * BigInt(w)
    return { index, share: product / sum, remainder: product % sum }
  })
  let left = magnitude - shares.reduce((acc, s) => acc + s.share, 0n)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const part of byRemainder) {
    if (left === 0n) break
    part.share += 1n
    left -= 1n
  }
  return shares.map((s) => cents(Number(s.share) * Math.sign(total)))
}
