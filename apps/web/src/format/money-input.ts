import { minorDigits } from './money.ts'

/**
 * An amount as a person types it, to whole minor units, digit by digit and never through a float.
 * Shape: `null` for an empty text. Full-width digits, a currency sign and thousands commas are fine.
 * Errors: `undefined` for anything else, for example more decimals than the currency has.
 * @example parseMoneyInput('1,234.5', 'CNY') // 123450
 */
export function parseMoneyInput(text: string, currency: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$£€]/g, '')
  if (plain === '') return null
  const match = /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(plain)
  const places = minorDigits(currency)
  const [, sign = '', whole = '', fraction = ''] = match ?? []
  if (!match || fraction.replace(/0+$/, '').length > places) return undefined
  const minor = Number(whole + fraction.slice(0, places).padEnd(places, '0'))
  return sign === '-' ? -minor : minor
}

/** The same amount as text to edit: no sign of the currency, no commas. @example moneyInputText(123450, 'CNY') // '1234.50' */
export function moneyInputText(minor: number | null | undefined, currency: string): string {
  if (minor === null || minor === undefined) return ''
  const places = minorDigits(currency)
  const digits = Math.abs(minor)
    .toFixed(0)
    .padStart(places + 1, '0')
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${minor < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${fraction}`
}
