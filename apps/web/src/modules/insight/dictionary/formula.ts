import type { MetricInfo } from '@zhanggui/contract'
import { type Language, nameOf } from '../../../locale/strings.ts'

/** Numerator over denominator in words; a part that is a measure and no metric keeps its id. `null` for no ratio. */
export function formulaOf(metric: MetricInfo, all: readonly MetricInfo[], language: Language): string | null {
  if (metric.numerator === null || metric.denominator === null) return null
  const name = (id: string): string => {
    const known = all.find((other) => other.id === id)
    return known ? nameOf(known, language) : id
  }
  return `${name(metric.numerator)} ÷ ${name(metric.denominator)}`
}
