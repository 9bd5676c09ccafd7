import type { Store } from '@zhanggui/contract'
import { isDaily, type MetricCondition, type MetricSeries } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import type { Tags } from '../schema.ts'
import { readDailySeries } from './daily-series.ts'
import { readEnteredSeries } from './entered-series.ts'
import { readMinuteSeries } from './minute-series.ts'
import { readStateSeries } from './state-series.ts'
import type { Watched } from './watched-metric.ts'

/** One slice of a rule: what it is, and the series that its condition is judged on. */
export type SlicedSeries = { tags: Tags; series: MetricSeries }

export type SeriesQuestion = {
  watched: Watched
  condition: MetricCondition
  /** A dimension whose values are watched one by one. */
  per?: string | undefined
  now: Date
  /** Reads this much more than one evaluation at `now` needs, for a replay. */
  beforeMinutes?: number
}

/**
 * What a condition is judged on at `now`. Shape: one series for the slice, or one for each value of `per`; none where there
 * is nothing to split. Errors: throws `InsightFailure` for a metric that cannot be cut so.
 */
export function readSeries(context: Context, store: Store, question: SeriesQuestion): Promise<SlicedSeries[]> {
  const { watched, condition } = question
  switch (watched.source) {
    case 'catalogue':
    case 'live':
      return isDaily(condition) ? readDailySeries(context, store, question) : readMinuteSeries(context, store, question)
    case 'reading':
    case 'industryGap':
      return readEnteredSeries(context, store, question)
    case 'creatives':
    case 'goals':
    case 'pages':
    case 'launches':
      return readStateSeries(context, store, question)
  }
}
