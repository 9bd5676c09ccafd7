import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyInputText, parseMoneyInput } from './money-input.ts'

describe('parseMoneyInput', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['19.9', 1990],
    ['19.90', 1990],
    ['1,234.56', 123456],
    ['¥ 1234', 123400],
    ['１２.５', 1250],
    ['-3.05', -305],
    ['19.900', 1990],
    ['19.905', undefined],
    ['十元', undefined],
    ['1.2.3', undefined],
    ['1e3', undefined],
  ])('"%s" is %s fen', (text, fen) => expect(parseMoneyInput(text, 'CNY')).toBe(fen))

  it('a currency without a minor unit takes no decimals', () => {
    expect(parseMoneyInput('1200', 'JPY')).toBe(1200)
    expect(parseMoneyInput('1200.5', 'JPY')).toBeUndefined()
  })

  it('what is shown for editing reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('CNY', 'JPY', 'GBP'), (minor, currency) => {
        expect(parseMoneyInput(moneyInputText(minor, currency), currency)).toBe(minor)
      }),
      { seed: 1 },
    )
  })
})
