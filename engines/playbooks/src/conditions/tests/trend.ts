import type { TrendTest } from '../metric-condition.ts'
import { type MetricSeries, windowBack } from '../metric-series.ts'
import { type TestRunner, unjudged } from '../test-outcome.ts'

/** The last `count` windows that do not overlap, oldest first; null as soon as one has no figure. */
export function lastWindows(series: MetricSeries, windowMinutes: number, count: number): number[] | null {
  const values: number[] = []
  for (let back = count - 1; back >= 0; back--) {
    const { value } = windowBack(series, windowMinutes, back * windowMinutes)
    if (value === null) return null
    values.push(value)
  }
  return values
}

/** Every step of the last `points` windows goes the same way; a standstill ends the trend. */
export const runTrend: TestRunner<TrendTest> = ({ points, direction }, { condition, series, now }) => {
  if (now.value === null) return unjudged('noData', null)
  const values = lastWindows(series, condition.windowMinutes, points)
  const first = values?.[0]
  if (!values || first === undefined) return unjudged('tooFewPoints', now.value)
  const sign = direction === 'rise' ? 1 : -1
  const breached = values.every((value, i) => i === 0 || sign * (value - (values[i - 1] ?? value)) > 0)
  return { judged: true, breached, value: now.value, baseline: first }
}
