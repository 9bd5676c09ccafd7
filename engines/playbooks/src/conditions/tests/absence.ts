import type { AbsenceTest } from '../metric-condition.ts'
import { type MetricSeries, windowBack } from '../metric-series.ts'
import { median } from '../robust.ts'
import { type TestRunner, unjudged } from '../test-outcome.ts'
import { WEEK_MINUTES } from './change.ts'

const WEEKS = 8

/** What this stretch of the week usually brings: the middle of the last weeks; null without one. */
function usualAmount(series: MetricSeries, minutes: number): number | null {
  const weeks = Array.from({ length: WEEKS }, (_, i) => windowBack(series, minutes, (i + 1) * WEEK_MINUTES).value)
  return median(weeks.filter((value) => value !== null))
}

/**
 * Nothing at all came for so many minutes: no point, or only zeros. A source that stopped telling counts too, as the
 * shop cannot know the one from the other; what was never there at all is no absence but no data.
 */
export const runAbsence: TestRunner<AbsenceTest> = ({ minutes, usualMin }, { series }) => {
  const first = series.points[0]
  if (!first || series.at - minutes < first.minute) return unjudged('noData', null)
  const { value } = windowBack(series, minutes)
  const usual = usualAmount(series, minutes)
  if (usualMin !== undefined && usual === null) return unjudged('noBaseline', value ?? 0)
  const isUsual = usualMin === undefined || (usual ?? 0) >= usualMin
  return { judged: true, breached: (value ?? 0) === 0 && isUsual, value: value ?? 0, baseline: usual }
}
