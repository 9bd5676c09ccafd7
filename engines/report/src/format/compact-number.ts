import type { Language } from '../document.ts'

const STEPS: Record<Language, readonly { from: number; unit: number; suffix: string }[]> = {
  zh: [
    { from: 1e8, unit: 1e8, suffix: '亿' },
    { from: 1e4, unit: 1e4, suffix: '万' },
  ],
  en: [
    { from: 1e9, unit: 1e9, suffix: 'B' },
    { from: 1e6, unit: 1e6, suffix: 'M' },
    { from: 1e4, unit: 1e3, suffix: 'K' },
  ],
}

export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Three figures that count, trailing zeros off: 1.23, 12.3, 123, 4,560. */
function threeFigures(value: number): string {
  const places = value < 10 ? 2 : value < 100 ? 1 : 0
  const text = value.toFixed(places)
  return grouped(places === 0 ? text : text.replace(/\.?0+$/, ''))
}

/**
 * A large number in the units people say; `null` below ten thousand. Shape: value ≥ 0.
 * What rounds up to the next unit takes that unit: 99,999,999 is 1亿. @example compactNumber(45_600_000, 'zh') // '4,560万'
 */
export function compactNumber(value: number, language: Language): string | null {
  const steps = STEPS[language]
  const at = steps.findIndex(({ from }) => value >= from)
  const step = steps[at]
  if (!step) return null
  const text = threeFigures(value / step.unit)
  const larger = steps[at - 1]
  const rounded = Number(text.replaceAll(',', '')) * step.unit
  return larger && rounded >= larger.from ? `1${larger.suffix}` : `${text}${step.suffix}`
}
