const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, k: 3, m: 6, K: 3, M: 6 }

/**
 * An amount as operators type it, to whole minor units by digits: 12000, 1.2万, ¥3,000.50.
 * Shape: `null` for an empty text; `undefined` for anything that is no amount, or finer than a fen.
 * @example amountFromText('1.2万') // 1200000
 */
export function amountFromText(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$£€元]/g, '')
  if (plain === '') return null
  const match = /^(\d{1,12})(?:\.(\d{1,10}))?([万亿kmKM]?)$/.exec(plain)
  if (!match) return undefined
  const [, whole = '', fraction = '', unit = ''] = match
  const places = 2 + (SCALES[unit] ?? 0)
  if (/[1-9]/.test(fraction.slice(places))) return undefined
  const minor = Number(whole + fraction.slice(0, places).padEnd(places, '0'))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** `40`, `40%` or `12.5%` as basis points. Shape and errors as above. */
export function shareFromText(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '')
  if (plain === '') return null
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return undefined
  const [, whole = '', fraction = ''] = match
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** Basis points as people write them. @example shareText(1250) // '12.5' */
export const shareText = (bp: number | null): string => (bp === null ? '' : String(bp / 100))
