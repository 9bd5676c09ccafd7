import type { Language } from '../locale/strings.ts'
import { compactNumber } from './compact-number.ts'
import { MINUS } from './signs.ts'

type MoneyStyle = { currency: string; language: Language }

const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB')

/** Digits after the point of a currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** `narrowSymbol` so that yuan are ¥ in English too, not CN¥. */
export function currencySymbol({ currency, language }: MoneyStyle): string {
  const parts = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * The whole amount, by digits and never through a float.
 * Shape: whole minor units. @example exactMoney(123456, { currency: 'CNY', language: 'zh' }) // '¥1,234.56'
 */
export function exactMoney(minor: number, style: MoneyStyle): string {
  const places = minorDigits(style.currency)
  const digits = Math.abs(minor)
    .toFixed(0)
    .padStart(places + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - places))
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${minor < 0 ? MINUS : ''}${currencySymbol(style)}${whole}${fraction}`
}

/**
 * Short form for screens: exact below ten thousand, then 万 and 亿 (K, M, B in English).
 * @example shortMoney(1234567, { currency: 'CNY', language: 'zh' }) // '¥1.23万'
 */
export function shortMoney(minor: number, style: MoneyStyle): string {
  const major = minor / 10 ** minorDigits(style.currency)
  const short = compactNumber(Math.abs(major), style.language)
  if (short === null) return exactMoney(minor, style)
  return `${minor < 0 ? MINUS : ''}${currencySymbol(style)}${short}`
}
