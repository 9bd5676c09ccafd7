import { monthsBefore, startOfMonth } from '../../../range/day-arithmetic.ts'
import type { DayRange } from '../../../range/range.ts'

export const COHORT_GRAINS = ['week', 'month', 'quarter'] as const
export type CohortGrain = (typeof COHORT_GRAINS)[number]

/** What a cell of the table says; each is a figure of one of the two measures. */
export const COHORT_FIGURES = ['retention', 'paid', 'paidToDate'] as const
export type CohortFigure = (typeof COHORT_FIGURES)[number]

export const COHORT_SPANS = ['12', '24', 'all'] as const
export type CohortSpan = (typeof COHORT_SPANS)[number]

export type CohortState = { grain: CohortGrain; figure: CohortFigure; span: CohortSpan }

/** Weeks make many cohorts: the page opens on months of the last year. Wrong parts of an address become the default. */
export function readCohortState(get: (name: string) => string | null): CohortState {
  return {
    grain: COHORT_GRAINS.find((known) => known === get('grain')) ?? 'month',
    figure: COHORT_FIGURES.find((known) => known === get('figure')) ?? 'retention',
    span: COHORT_SPANS.find((known) => known === get('span')) ?? '12',
  }
}

/** Which measure a figure is read from, and which of its columns. */
export const SOURCES: Record<CohortFigure, { measure: 'buyers' | 'paid'; column: 'each' | 'toDate' }> = {
  retention: { measure: 'buyers', column: 'each' },
  paid: { measure: 'paid', column: 'each' },
  paidToDate: { measure: 'paid', column: 'toDate' },
}

/** A request with everything said. */
export type CohortQuestion = { grain: CohortGrain; measure: 'buyers' | 'paid'; from: string; to: string }

/** First purchases from the beginning of a month, so that no cohort is cut in two. */
function firstDay(span: CohortSpan, { from, to }: DayRange): string {
  if (span === 'all') return from
  const start = startOfMonth(monthsBefore(to, Number(span)))
  return start > from ? start : from
}

export const cohortRequest = (
  { grain, span }: Pick<CohortState, 'grain' | 'span'>,
  data: DayRange,
  measure: 'buyers' | 'paid',
): CohortQuestion => ({ grain, measure, from: firstDay(span, data), to: data.to })
