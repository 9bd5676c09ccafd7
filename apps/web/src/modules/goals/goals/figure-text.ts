import type { Unit } from '@zhanggui/contract'
import { minorDigits } from '../../../format/money.ts'

/** Decimal places that a suffix moves the point by. */
const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, k: 3, K: 3, m: 6, M: 6 }

/** What people write for "not set yet". */
const BLANKS = new Set(['', '-', '–', '—', 'x', 'X', 'xx', 'XX', '待定', '空'])

type Parsed = { negative: boolean; digits: string; places: number; percent: boolean }

function parse(plain: string): Parsed | null {
  const match = /^([-−]?)(\d{1,15})(?:\.(\d{1,12}))?([万亿kKmM]?)(%?)$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', fraction = '', scale = '', percent] = match
  return {
    negative: sign !== '',
    digits: whole + fraction,
    places: fraction.length - (SCALES[scale] ?? 0),
    percent: percent !== '',
  }
}

/** digits × 10^−places × 10^shift as a whole number; undefined when something is cut off. */
function shifted(digits: string, places: number, shift: number): number | undefined {
  const cut = places - shift
  if (cut > 0 && /[1-9]/.test(digits.slice(-cut))) return undefined
  const text = cut > 0 ? digits.slice(0, -cut) : digits + '0'.repeat(-cut)
  const value = Number(text === '' ? '0' : text)
  return Number.isSafeInteger(value) ? value : undefined
}

/**
 * A figure as operators type it, in the metric's unit: `12000`, `1.2万`, `¥3,000.50`, `5%`.
 * Shape: money in minor units and counts whole, by digits; rates as fractions. `null` for blank, `–` or `X`: not set.
 * Errors: `undefined` for what is no figure, or finer than the unit has.
 * @example figureFromText('1.2万', 'money', 'CNY') // 1200000
 */
export function figureFromText(text: string, unit: Unit | null, currency: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$£€元人件]/g, '')
  if (BLANKS.has(plain)) return null
  const parsed = parse(plain)
  if (!parsed) return undefined
  const { negative, digits, places, percent } = parsed
  const sign = negative ? -1 : 1
  if (unit === 'money' || unit === 'count') {
    if (percent) return undefined
    const whole = shifted(digits, places, unit === 'money' ? minorDigits(currency) : 0)
    return whole === undefined ? undefined : whole === 0 ? 0 : sign * whole
  }
  return sign * Number(`${digits}e${-places - (percent ? 2 : 0)}`)
}

/** The same figure as text to edit. @example figureToText(1200000, 'money', 'CNY') // '12000' */
export function figureToText(value: number | null, unit: Unit | null, currency: string): string {
  if (value === null) return ''
  if (unit === 'ratio') return `${Number((value * 100).toPrecision(12))}%`
  if (unit !== 'money') return String(value)
  const digits = minorDigits(currency)
  const text = (Math.abs(value) / 10 ** digits).toFixed(digits).replace(/\.?0+$/, '')
  return value < 0 ? `-${text}` : text
}
