import { getMetric } from './catalogue/index.ts'
import { evaluate } from './expression.ts'

/**
 * A metric of the catalogue from given values of its measures, for figures that no fact holds yet: a plan's, a scenario's.
 * Shape: measures by id, `null` or absent for unknown. Unit: the metric's, not rounded. `null` for an empty denominator.
 * Errors: throws on an unknown metric.
 * @example evaluateMetric('aov', { paid: 12_345, buyers: 2 }) // 6172.5
 */
export function evaluateMetric(id: string, measures: Readonly<Record<string, number | null>>): number | null {
  return evaluate(
    getMetric(id).expression,
    (measure) => measures[measure] ?? null,
    { days: null, ordinaryDays: null },
    false,
  )
}
