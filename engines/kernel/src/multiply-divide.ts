import { assert } from './assert.ts'
import { type Cents, cents } from './cents.ts'

/** `half_up` rounds a tie away from zero, so that refunds mirror sales. */
export type RoundingMode = 'down' | 'up' | 'floor' | 'ceil' | 'half_up' | 'half_even'

function roundQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const negative = n < 0n !== d < 0n
  const [an, ad] = [n < 0n ? -n : n, d < 0n ? -d : d]
  const [q, r] = [an / ad, an % ad]
  if (r === 0n) return negative ? -q : q
  const twice = r * 2n
  const away: Record<RoundingMode, boolean> = {
    down: false,
    up: true,
    floor: negative,
    ceil: !negative,
    half_up: twice >= ad,
    half_even: twice > ad || (twice === ad && q % 2n === 1n),
  }
  const magnitude = away[mode] ? q + 1n : q
  return negative ? -magnitude : magnitude
}

/**
 * amount × numerator ÷ denominator, rounded once and by name. Exact inside (bigint).
 * Errors: throws on a zero denominator, fractional factors, or a result beyond the safe range.
 * @example multiplyDivide({ amount: cents(999), numerator: 8500, denominator: 10_000, rounding: 'half_up' }) // 849
 */
export function multiplyDivide(input: {
  amount: Cents
  numerator: number
  denominator: number
  rounding: RoundingMode
}): Cents {
  const { amount, numerator, denominator, rounding } = input
  assert(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator), 'rates are whole numbers (basis points)')
  assert(denominator !== 0, 'the denominator of a rate is not zero')
  return cents(Number(roundQuotient(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding)))
}
