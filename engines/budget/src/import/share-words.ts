import type { ShareBase } from '../budget-line.ts'

/** `40%`, `40`, `0.4` (a fraction, below 1) as basis points; `null` for anything else. At most two decimals of a percent. */
export function shareFromText(text: string): number | null {
  const match = /^(\d{1,5})(?:\.(\d{1,6}))?\s*(%|％)?$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const [, whole = '', fraction = '', percent] = match
  const isFraction = percent === undefined && whole === '0' && fraction !== ''
  const digits = isFraction ? 4 : 2
  if (/[1-9]/.test(fraction.slice(digits))) return null
  return Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0'))
}

const BASE_WORDS: readonly [RegExp, ShareBase][] = [
  [/总预算|总额|全年预算|总体|^total$/i, 'total'],
  [/上级|本类|所属|其中|^parent$/i, 'parent'],
  [/当期|本期|当季|本季|当月|本月|^period$/i, 'period'],
  [/销售额|成交|gmv|业绩|^sales$/i, 'sales'],
]

/** What a share is of, in a table's words; `null` when they do not say. */
export const baseFromText = (text: string): ShareBase | null =>
  BASE_WORDS.find(([words]) => words.test(text))?.[1] ?? null

export type BracketedShare = { outer: string; inner: readonly string[] }

/** `40（30+10）` in a cell: the whole and its parts. Without brackets the parts are none. */
export function splitBrackets(text: string): BracketedShare {
  const match = /^(.*?)[（(](.+?)[)）]\s*$/.exec(text.normalize('NFC').trim())
  if (!match) return { outer: text.trim(), inner: [] }
  const inner = (match[2] ?? '').split(/[+＋、，,/；;]/).map((part) => part.trim())
  return { outer: (match[1] ?? '').trim(), inner: inner.filter((part) => part !== '') }
}
