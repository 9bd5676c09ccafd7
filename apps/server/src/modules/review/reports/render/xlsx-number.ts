import { currencySymbol, type Figure, type Language, type Movement, minorDigits, type Unit } from '@zhanggui/report'

type Style = { currency: string; language: Language }

/** A figure in the unit that a cell shows: money in whole units of the currency. */
export function scaled({ value, unit }: Pick<Figure, 'value' | 'unit'>, currency: string): number | null {
  if (value === null || unit !== 'money') return value
  return value / 10 ** minorDigits(currency)
}

/** How a cell writes a movement: with its sign. */
export const MOVEMENT_FORMAT: Readonly<Record<Movement, string>> = {
  growth: '+0.0%;-0.0%;0.0%',
  points: '+0.00%;-0.00%;0.00%',
}

/** How a cell writes a unit. */
export function numberFormat(unit: Unit, { currency, language }: Style): string {
  if (unit === 'money') {
    const digits = minorDigits(currency)
    return `"${currencySymbol(currency, language)}"#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`
  }
  if (unit === 'ratio') return '0.0%'
  return unit === 'multiple' || unit === 'score' ? '0.00' : '#,##0.##'
}
