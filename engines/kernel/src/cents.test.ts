import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cents, cents, sumCents } from './index.ts'

describe('cents', () => {
  it('refuses fractions, NaN, infinities and unsafe integers', () => {
    for (const bad of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => cents(bad)).toThrow(/minor units/)
  })

  it('a bare number is not money for the compiler', () => {
    const payable = (amount: Cents): Cents => amount
    // @ts-expect-error a number that did not pass through cents() is refused
    payable(1990)
    expect(payable(cents(1990))).toBe(1990)
  })

  it('never holds a negative zero, which prints as -0', () => {
    expect(Object.is(cents(-0), 0)).toBe(true)
  })

  it('adds exactly and refuses to leave the safe range', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 50 }), (values) => {
        expect(sumCents(values.map(cents))).toBe(Number(values.reduce((acc, v) => acc + BigInt(v), 0n)))
      }),
      { seed: 1 },
    )
    expect(() => sumCents([cents(2 ** 53 - 1), cents(1)])).toThrow()
  })
})
