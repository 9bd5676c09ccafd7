import type { MetricInfo } from '@zhanggui/contract'
import { type Language, nameOf } from '../../../locale/strings.ts'
import { measureName } from './measure-names.ts'

/** A formula with names for the ids of metrics and of the measures they are made of. */
export const formulaInWords = (formula: string, metrics: readonly MetricInfo[], language: Language): string =>
  formula.replace(/per day|[A-Za-z][A-Za-z0-9]*/g, (id) => {
    const known = metrics.find((metric) => metric.id === id)
    return known ? nameOf(known, language) : (measureName(id)?.[language] ?? id)
  })
