import type { MetricInfo } from '@zhanggui/contract'
import { type Language, nameOf } from '../../../locale/strings.ts'

/** A formula with names for the ids of metrics; a measure that is no metric keeps its id. */
export const formulaInWords = (formula: string, metrics: readonly MetricInfo[], language: Language): string =>
  formula.replace(/[A-Za-z][A-Za-z0-9]*/g, (id) => {
    const known = metrics.find((metric) => metric.id === id)
    return known ? nameOf(known, language) : id
  })
