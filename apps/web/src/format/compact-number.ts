import type { Language } from '../locale/strings.ts'

type Step = { from: number; suffix: string }

const STEPS: Record<Language, readonly Step[]> = {
  zh: [
    { from: 1e8, suffix: '亿' },
    { from: 1e4, suffix: '万' },
  ],
  en: [
    { from: 1e9, suffix: 'B' },
    { from: 1e6, suffix: 'M' },
    { from: 1e4, suffix: 'K' },
  ],
}

// English shortens from ten thousand too, but counts in thousands: 12.3K.
const UNIT: Record<string, number> = { 亿: 1e8, 万: 1e4, B: 1e9, M: 1e6, K: 1e3 }

/** Three figures that count: 1.23, 12.3, 123, 4,560. Trailing zeros fall away. */
function threeFigures(value: number): string {
  const places = value < 10 ? 2 : value < 100 ? 1 : 0
  const text = value.toFixed(places)
  return (places === 0 ? text : text.replace(/\.?0+$/, '')).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/**
 * A large number in the units people say. Shape: value ≥ 0. `null` below ten thousand, where the number itself is short.
 * A value that rounds up to the next unit takes that unit: 99,999,999 is 1亿, not 10,000万.
 * @example compactNumber(45_600_000, 'zh') // '4,560万'
 */
export function compactNumber(value: number, language: Language): string | null {
  const steps = STEPS[language]
  const at = steps.findIndex((step) => value >= step.from)
  const step = steps[at]
  if (step === undefined) return null
  const larger = steps[at - 1]
  const text = threeFigures(value / (UNIT[step.suffix] ?? 1))
  const rounded = Number(text.replaceAll(',', '')) * (UNIT[step.suffix] ?? 1)
  if (larger && rounded >= larger.from) return `1${larger.suffix}`
  return `${text}${step.suffix}`
}
