import { type Cents, isCents } from './cents.ts'
import { err, ok, type Result } from './result.ts'

export type ParseAmountError = 'empty' | 'not_a_number' | 'too_large'

const SCALES: Record<string, number> = { 万: 4, 亿: 8 }

/** What a spreadsheet puts around a number: currency signs, units, thousands separators, full-width forms, `="…"`. */
function stripDressing(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^['’]/, '')
    .replace(/[\s,_¥￥$£€]/g, '')
    .replace(/(人民币|CNY|RMB|元)$/i, '')
    .replace(/^(人民币|CNY|RMB)/i, '')
}

/**
 * Text to whole minor units (two decimals), digit by digit, never through a float. More than two decimals are rounded
 * half up (away from zero). `万` and `亿` scale; `(12.50)` is accountants' −12.50.
 * Errors: `empty` for blank, `-`, `–`, `--`, `nan`, `null`, `n/a`; `not_a_number`; `too_large` beyond ±2^53 minor units.
 * @example parseAmount('￥1,234.565') // { ok: true, value: 123457 }
 */
export function parseAmount(text: string): Result<Cents, ParseAmountError> {
  let body = stripDressing(text)
  if (/^(|-+|–|—|nan|null|n\/a|none)$/i.test(body)) return err('empty')
  let negative = false
  const accounting = /^\((.*)\)$/.exec(body)
  if (accounting?.[1] !== undefined) [negative, body] = [true, accounting[1]]
  const match = /^([+\-−]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?([万亿]?)$/i.exec(body)
  if (!match) return err('not_a_number')
  const [, sign, whole = '', fraction = '', exponent, scale] = match
  if (whole === '' && fraction === '') return err('not_a_number')
  if (sign === '-' || sign === '−') negative = !negative
  const shift = 2 + Number(exponent ?? 0) + (SCALES[scale ?? ''] ?? 0)
  const digits = whole + fraction
  const pointAt = whole.length + shift
  if (pointAt > 40) return /^0*$/.test(digits) ? ok(0 as Cents) : err('too_large')
  const integerDigits = pointAt <= 0 ? '0' : digits.padEnd(pointAt, '0').slice(0, pointAt)
  const firstDropped = pointAt < 0 ? '0' : (digits[pointAt] ?? '0')
  const magnitude = BigInt(integerDigits || '0') + (firstDropped >= '5' ? 1n : 0n)
  const value = Number(negative ? -magnitude : magnitude)
  if (!isCents(value)) return err('too_large')
  return ok((Object.is(value, -0) ? 0 : value) as Cents)
}
