import { cents, multiplyDivide, ratio } from '@zhanggui/kernel'
import type { Cohort, CohortMeasure } from './cohorts.ts'

/**
 * What a cohort came to for each of its first buyers.
 * Shape: index = whole periods after the first, `null` where the cohort's figure is. Unit: `each` is a share for buyers and
 * minor units, rounded once, half up, for money. `toDate` adds the periods up; it is empty for buyers, because somebody who
 * came back twice is one person.
 */
export type CohortRates = { each: (number | null)[]; toDate: (number | null)[] }

/** Sizes and figures that belong together, period by period. */
type Sums = { size: number; values: readonly (number | null)[] }

function perBuyer(figure: number | null, size: number, measure: CohortMeasure): number | null {
  if (measure === 'buyers' || figure === null || size === 0) return ratio(figure, size)
  return multiplyDivide({ amount: cents(figure), numerator: 1, denominator: size, rounding: 'half_up' })
}

/** Running totals; from the first unknown figure on everything is unknown. */
function runningTotals(values: readonly (number | null)[]): (number | null)[] {
  let total: number | null = 0
  return values.map((value) => {
    total = total === null || value === null ? null : total + value
    return total
  })
}

/** The rates of one cohort. @example cohortRates({ size: 4, values: [4, 1, null] }, 'buyers').each // [1, 0.25, null] */
export const cohortRates = ({ size, values }: Sums, measure: CohortMeasure): CohortRates => ({
  each: values.map((value) => perBuyer(value, size, measure)),
  toDate: measure === 'paid' ? runningTotals(values).map((value) => perBuyer(value, size, measure)) : [],
})

/** At one period: figures and sizes of the cohorts that have lived through it. */
function sumAt(cohorts: readonly Sums[], at: number): { figure: number | null; size: number } {
  const known = cohorts.flatMap(({ size, values }) => {
    const value = values[at] ?? null
    return value === null ? [] : [{ value, size }]
  })
  if (known.length === 0) return { figure: null, size: 0 }
  return {
    figure: known.reduce((sum, { value }) => sum + value, 0),
    size: known.reduce((sum, { size }) => sum + size, 0),
  }
}

function ratesAcross(cohorts: readonly Sums[], measure: CohortMeasure): (number | null)[] {
  const periods = Math.max(0, ...cohorts.map(({ values }) => values.length))
  return Array.from({ length: periods }, (_, at) => {
    const { figure, size } = sumAt(cohorts, at)
    return perBuyer(figure, size, measure)
  })
}

/** All cohorts together: at each period only those that have lived through it count, in both figure and size. */
export function overallRates(cohorts: readonly Cohort[], measure: CohortMeasure): CohortRates {
  const added = cohorts.map(({ size, values }) => ({ size, values: runningTotals(values) }))
  return { each: ratesAcross(cohorts, measure), toDate: measure === 'paid' ? ratesAcross(added, measure) : [] }
}
