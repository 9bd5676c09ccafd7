import { foldWidth } from '@zhanggui/text'

/** A phone number, identity number or e-mail address of a person. `masked` shows enough to find it. */
export type PersonalData = { kind: 'phone' | 'identity' | 'email'; masked: string; start: number }

const PATTERNS: readonly { kind: PersonalData['kind']; pattern: RegExp }[] = [
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  {
    kind: 'identity',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dxX](?![\dxX])/g,
  },
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,40}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}/g },
]

const mask = (text: string): string => `${text.slice(0, 3)}***${text.slice(-2)}`

/** Personal data in a text; findings must not repeat it, so it comes masked. Source: requirement ledger P13.09. */
export function findPersonalData(text: string): PersonalData[] {
  const plain = foldWidth(text)
  return PATTERNS.flatMap(({ kind, pattern }) =>
    Array.from(plain.matchAll(pattern), ({ 0: found, index }) => ({ kind, masked: mask(found), start: index })),
  )
}
