import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAmount } from './index.ts'

describe('parseAmount', () => {
  it.each([
    ['0', 0],
    ['0.00', 0],
    ['-0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['.5', 50],
    ['5.', 500],
    ['178.80', 17880],
    ['1,234.56', 123456],
    ['￥1,234.50', 123450],
    ['¥ 99', 9900],
    ['59.00元', 5900],
    ['="178.8"', 17880],
    ["'15.00", 1500],
    ['１２３．４５', 12345],
    ['-9.99', -999],
    ['−9.99', -999],
    ['(12.50)', -1250],
    ['1.2万', 1_200_000],
    ['4,560万', 4_560_000_000],
    ['1.2亿', 12_000_000_000],
    ['1.25e3', 125_000],
    ['12.5e-1', 125],
    // More than two decimals: rounded half up by digits; 1.005 as a float would become 1.00.
    ['1.005', 101],
    ['-1.005', -101],
    ['0.004', 0],
    ['19.999', 2000],
    // Beyond a float's 15 digits the fen still count.
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%s is %d fen', (text, fen) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: fen })
  })

  it.each(['', ' ', '-', '--', '–', 'nan', 'NaN', 'null', 'N/A'])('"%s" is no amount, not zero', (text) => {
    expect(parseAmount(text)).toEqual({ ok: false, error: 'empty' })
  })

  it.each(['abc', '1.2.3', '12abc', '1 2x', '0x10', '.', '++1', '1e', '无退款申请'])('"%s" is not a number', (text) => {
    expect(parseAmount(text)).toEqual({ ok: false, error: 'not_a_number' })
  })

  it.each(['90071992547409.92', '1e300', '9'.repeat(60)])('%s is too large to hold exactly', (text) => {
    expect(parseAmount(text)).toEqual({ ok: false, error: 'too_large' })
  })

  it('reads back every amount it could have printed', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const digits = String(Math.abs(fen)).padStart(3, '0')
        const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(parseAmount(text)).toEqual({ ok: true, value: fen })
      }),
      { seed: 3 },
    )
  })

  it('answers, and never throws, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseAmount(text).ok).toBe('boolean')
      }),
      { seed: 4, numRuns: 2000 },
    )
  })
})
