import type { Language } from '../locale/strings.ts'
import { compactNumber } from './compact-number.ts'
import { MINUS } from './signs.ts'

/** A count in full. @example exactCount(1234567) // '1,234,567' */
export function exactCount(value: number): string {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 2 })
  return `${value < 0 ? MINUS : ''}${text}`
}

/** A count as people say it. @example shortCount(1234567, 'zh') // '123万' */
export function shortCount(value: number, language: Language): string {
  const short = compactNumber(Math.abs(value), language)
  return short === null ? exactCount(value) : `${value < 0 ? MINUS : ''}${short}`
}
