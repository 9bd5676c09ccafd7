import type { Cell, Unit } from '@zhanggui/contract'
import type { Language } from '../locale/strings.ts'
import { points, signedPercent, signedPoints } from './ratio.ts'

/** How a figure moved against its comparison. `amount` is a fraction of the old value, or a difference of two rates. */
export type Change = { amount: number; kind: 'relative' | 'points' /** Decimals of points. */; places?: number }

/**
 * Movement of a metric. Rates are compared in percentage points, everything else as a share of the old value.
 * Shape: cells of a query result. `null` when either side is unknown, or the old value is 0: growth from nothing has no rate.
 * @example changeOf(120, 100, 'count') // { amount: 0.2, kind: 'relative' }
 */
export function changeOf(now: Cell | undefined, before: Cell | undefined, unit: Unit | null): Change | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null
  if (unit === 'ratio') return { amount: now - before, kind: 'points' }
  if (before === 0) return null
  return { amount: (now - before) / Math.abs(before), kind: 'relative' }
}

const pointsWord = (language: Language): string => (language === 'zh' ? '百分点' : 'pp')

/** How far two rates are apart. @example pointsText(0.006, 'zh') // '0.6 百分点' */
export const pointsText = (difference: number, language: Language): string =>
  `${points(difference)} ${pointsWord(language)}`

/** @example changeText({ amount: 0.012, kind: 'points' }, 'zh') // '+1.2 百分点' */
export function changeText(change: Change, language: Language): string {
  if (change.kind === 'relative') return signedPercent(change.amount)
  return `${signedPoints(change.amount, change.places)} ${pointsWord(language)}`
}
