import type { Cell, Unit } from '@zhanggui/contract'
import type { Language } from './language.ts'

const NO_VALUE = '–'
const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' }

type FigureOptions = { unit: Unit | null; currency: string; language: Language }

/** Whole minor units as a decimal text, by digits: a float never holds money. */
function majorUnits(minor: number, fractionDigits: number): `${number}` {
  const digits = String(Math.abs(minor)).padStart(fractionDigits + 1, '0')
  const cut = digits.length - fractionDigits
  const decimals = fractionDigits > 0 ? `.${digits.slice(cut)}` : ''
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${decimals}` as `${number}`
}

function formatMoney(minor: number, { currency, language }: FigureOptions): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(majorUnits(minor, format.resolvedOptions().maximumFractionDigits ?? 2))
}

const formatNumber = (value: number, decimals: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  )

/**
 * One cell of an answer for people.
 * Unit: as the catalogue says; money in minor units, ratios as fractions. `null` is shown as –, never as 0.
 * @example formatFigure(12345, { unit: 'money', currency: 'CNY', language: 'zh' }) // '¥123.45'
 */
export function formatFigure(value: Cell, options: FigureOptions): string {
  if (value === null) return NO_VALUE
  if (typeof value === 'string') return value
  const { unit, language } = options
  switch (unit) {
    case 'money':
      return formatMoney(value, options)
    case 'ratio':
      return `${formatNumber(value * 100, 2, language)}%`
    case 'multiple':
    case 'score':
    case 'days':
    case 'seconds':
      return formatNumber(value, 2, language)
    default:
      return formatNumber(value, Number.isInteger(value) ? 0 : 2, language)
  }
}
