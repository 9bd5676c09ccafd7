import type { Combine, MetricSeries, SeriesPoint } from '../src/index.ts'

type Given = {
  at?: number
  step?: number
  combine?: Combine
  sample?: number
  knownTo?: number | null
}

/** A series of one value a step from minute 0 on, asked at its end; every value has `sample` observations behind it. */
export function seriesOf(values: readonly (number | null)[], given: Given = {}): MetricSeries {
  const { step = 1, combine = 'sum', sample = 1, at = values.length * step } = given
  const points: SeriesPoint[] = values.map((value, i) => ({ minute: i * step, value, sample }))
  return { at, stepMinutes: step, combine, points, knownTo: given.knownTo === undefined ? at : given.knownTo }
}
