import { MINUS } from './signs.ts'

/** A fraction as a percentage with one decimal. @example percent(0.1234) // '12.3%' */
export function percent(fraction: number, places = 1): string {
  const text = Math.abs(fraction * 100).toFixed(places)
  return `${isNegative(fraction, text) ? MINUS : ''}${text}%`
}

/** A movement with its sign. @example signedPercent(0.05) // '+5.0%' */
export const signedPercent = (fraction: number): string => `${sign(fraction)}${percent(Math.abs(fraction))}`

/** Size of a difference of two fractions in percentage points, without sign and word. @example points(-0.0123) // '1.2' */
export const points = (difference: number, places = 1): string => Math.abs(difference * 100).toFixed(places)

/** Difference of two fractions in percentage points, without the word. @example signedPoints(0.0123) // '+1.2' */
export const signedPoints = (difference: number, places = 1): string =>
  `${sign(difference, places)}${points(difference, places)}`

// -0.0% would be a movement that is none.
const isNegative = (value: number, text: string): boolean => value < 0 && Number(text) !== 0
const sign = (value: number, places = 1): string =>
  Number((value * 100).toFixed(places)) === 0 ? '' : value > 0 ? '+' : MINUS
