import { type Cents, cents } from '@zhanggui/kernel'

/** A number as plans write amounts: 300, 1,000, 8万, 1.5万. */
export const AMOUNT = '\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,4})?\\s*[万千]?'

const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000 }

/**
 * The amount in fen.
 * Errors: `null` for what is no whole fen or no safe number.
 * @example amountOf('1.5万') // 1500000
 */
export function amountOf(text: string): Cents | null {
  const match = /^(\d+)(?:\.(\d{1,4}))?([万千]?)$/.exec(text.replace(/[,\s]/g, ''))
  if (!match) return null
  const [, whole = '0', part = '', unit = ''] = match
  const scaled = BigInt(whole + part.padEnd(4, '0')) * BigInt(TIMES[unit] ?? 1)
  const fen = scaled / 100n
  return scaled % 100n === 0n && fen <= BigInt(Number.MAX_SAFE_INTEGER) ? cents(Number(fen)) : null
}
