import type { Lever } from '@zhanggui/contract'

export type FieldValue = Lever['fields'][string]

/** How a field of a lever is written: `percent` for ten-thousandths, `share` for fractions, `moment` for minutes since 1970. */
export type FieldKind = 'money' | 'percent' | 'share' | 'yesNo' | 'state' | 'moment' | 'number' | 'text'

const NAMED: Record<string, FieldKind> = {
  weight: 'percent',
  base: 'percent',
  coefficient: 'percent',
  health: 'share',
  slow: 'yesNo',
  rigid: 'yesNo',
  active: 'yesNo',
  state: 'state',
  steppedAt: 'moment',
}

/** By its name; what nobody named, by what it holds. */
export function kindOf(field: string, value: FieldValue): FieldKind {
  if (/cents$/i.test(field)) return 'money'
  if (typeof value === 'boolean') return 'yesNo'
  return NAMED[field] ?? (typeof value === 'number' ? 'number' : 'text')
}
