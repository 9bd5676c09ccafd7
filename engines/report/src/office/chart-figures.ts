import type { Language, Unit } from '../document.ts'
import { currencySymbol, minorDigits } from '../format/format-figure.ts'

/** Numbers as a native chart holds them, with the axis's words and number format. */
export type ChartFigures = { scale: number; axis: string; format: string }

const TEN_THOUSAND = 10_000

/**
 * In which unit a chart of these values is drawn, so that its axis reads 120万 and not 1200000000 fen.
 * Shape: multiply a value by `scale`.
 */
export function chartFigures(
  values: readonly (number | null)[],
  { unit, currency, language }: { unit: Unit; currency: string; language: Language },
): ChartFigures {
  if (unit === 'ratio') return { scale: 1, axis: '', format: '0%' }
  const major = unit === 'money' ? 1 / 10 ** minorDigits(currency) : 1
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0) * major))
  const symbol = unit === 'money' ? currencySymbol(currency, language) : ''
  if (largest < TEN_THOUSAND) return { scale: major, axis: symbol, format: '#,##0' }
  if (language === 'zh')
    return {
      scale: major / TEN_THOUSAND,
      axis: `${symbol}万`,
      format: largest < 10 * TEN_THOUSAND ? '#,##0.0' : '#,##0',
    }
  return { scale: major / 1000, axis: `${symbol}K`, format: '#,##0' }
}
