import type { Figure, Language, Movement, Unit } from '../document.ts'
import { compactNumber, grouped } from './compact-number.ts'

/** As wide as the plus, so that columns line up. */
const MINUS = '−'
const NO_VALUE = '–'
const POINTS: Readonly<Record<Language, string>> = { zh: ' 百分点', en: ' pp' }

/** `short` for slides and sentences (¥1.23万), `exact` for tables that are checked to the fen. */
export type FigureStyle = { currency: string; language: Language; form: 'short' | 'exact' }

const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB')

/** Digits after the point of a currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

export function currencySymbol(currency: string, language: Language): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}

function moneyByDigits(minor: number, places: number): string {
  const digits = minor.toFixed(0).padStart(places + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - places))
  return places === 0 ? whole : `${whole}.${digits.slice(-places)}`
}

/** Shape: `minor` ≥ 0. */
function money(minor: number, { currency, language, form }: FigureStyle): string {
  const places = minorDigits(currency)
  const short = form === 'short' ? compactNumber(minor / 10 ** places, language) : null
  return `${currencySymbol(currency, language)}${short ?? moneyByDigits(minor, places)}`
}

function count(value: number, { language, form }: FigureStyle): string {
  const short = form === 'short' ? compactNumber(value, language) : null
  return short ?? value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

const withUnit = (value: number, words: { zh: string; en: string }, language: Language): string =>
  `${value.toLocaleString('en-US', { maximumFractionDigits: 1 })} ${words[language]}`

const WRITERS: Record<Unit, (value: number, style: FigureStyle) => string> = {
  money,
  count,
  ratio: (value, { form }) => `${(value * 100).toFixed(form === 'exact' ? 2 : 1)}%`,
  multiple: (value) => value.toFixed(2),
  seconds: (value, { language }) => withUnit(value, { zh: '秒', en: 's' }, language),
  days: (value, { language }) => withUnit(value, { zh: '天', en: 'd' }, language),
  score: (value) => value.toFixed(2),
}

/** A movement has its sign; one decimal is enough of a share, points of a rate are small and need two. */
function movement(value: number, as: Movement, language: Language): string {
  const digits = Math.abs(value * 100).toFixed(as === 'growth' ? 1 : 2)
  const sign = Number(digits) === 0 ? '' : value > 0 ? '+' : MINUS
  return `${sign}${digits}${as === 'growth' ? '%' : POINTS[language]}`
}

/**
 * A figure as text. `null` is a dash.
 * @example formatFigure({ value: 1234567, unit: 'money', ref }, { currency: 'CNY', language: 'zh', form: 'short' }) // '¥1.23万'
 */
export function formatFigure({ value, unit, as }: Omit<Figure, 'ref'>, style: FigureStyle): string {
  if (value === null) return NO_VALUE
  if (as) return movement(value, as, style.language)
  const text = WRITERS[unit](Math.abs(value), style)
  // −0.0% would be a movement that is none.
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}

/** A movement with its sign: a share of the old value, or percentage points between two ratios. `null` when neither can be told. */
export function formatChange(now: number | null, before: number | null, unit: Unit, language: Language): string | null {
  if (now === null || before === null || (unit !== 'ratio' && before === 0)) return null
  const amount = unit === 'ratio' ? now - before : (now - before) / Math.abs(before)
  const digits = Math.abs(amount * 100).toFixed(1)
  const sign = Number(digits) === 0 ? '' : amount > 0 ? '+' : MINUS
  if (unit !== 'ratio') return `${sign}${digits}%`
  return `${sign}${digits}${POINTS[language]}`
}
