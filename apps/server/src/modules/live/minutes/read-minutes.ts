import { ratio } from '@zhanggui/kernel'
import { findLiveMetric } from '@zhanggui/live'
import { evaluateMetric, findMetric, getMeasure, getMetric, getSource, measuresOf } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { readChannels } from '../../insight/read-channels.ts'
import { MINUTE_MS, type MinuteCell, type MinuteCells } from './minute-cells.ts'
import { type MinuteSpan, readMeasures } from './read-measures.ts'
import type { MinuteSlice } from './summed-minutes-sql.ts'

export type MinuteQuestion = {
  store: { id: string; timezone: string }
  /** A metric of the catalogue that has minutes, or a live metric. */
  metric: string
  /** First minute, counted. */
  from: Date
  /** End, not counted. */
  to: Date
  slice?: MinuteSlice
}

/**
 * A metric in one minute. `sample`: what a ratio was divided by, else the rows (events, order lines) behind the figure; 0
 * where nothing happened. `value` is null where the minute has no value (a ratio of nothing).
 */
export type MinutePoint = { minute: string; value: number | null; sample: number }

type Reading = { metric: string | null; measures: readonly string[]; value: ValueOf; sample: (cells: CellOf) => number }
type CellOf = (measure: string) => MinuteCell
type ValueOf = (cells: CellOf) => number | null

/** Rows of a figure: the largest of its measures, because they may come of several sources. */
const rowsOf =
  (measures: readonly string[]) =>
  (cells: CellOf): number =>
    Math.max(...measures.map((id) => cells(id).rows))

function readingOf(id: string): Reading {
  const live = findLiveMetric(id)
  if (!live) return catalogueReading(id)
  const { of } = live
  if ('measure' in of)
    return {
      metric: null,
      measures: [of.measure],
      value: (cells) => cells(of.measure).value,
      sample: rowsOf([of.measure]),
    }
  return {
    metric: null,
    measures: [of.over, of.under],
    value: (cells) => ratio(cells(of.over).value, cells(of.under).value),
    sample: (cells) => cells(of.under).value ?? 0,
  }
}

function catalogueReading(id: string): Reading {
  // Unknown ids are refused by the catalogue itself, with the list of those that work.
  const expression = findMetric(id)?.expression
  const measures = expression ? [...new Set(measuresOf(expression))] : []
  const under = expression?.kind === 'ratio' && expression.under.kind === 'measure' ? expression.under.id : null
  return {
    metric: id,
    measures,
    value: (cells) => evaluateMetric(id, Object.fromEntries(measures.map((m) => [m, cells(m).value]))),
    sample: under === null ? rowsOf(measures) : (cells) => cells(under).value ?? 0,
  }
}

/** What a measure says of a minute in which it has no row: nothing happened, or nobody counted. */
const emptyCell = (measure: string, isLive: boolean): MinuteCell => ({
  value: isLive ? 0 : getSource(getMeasure(measure).source).emptyIs,
  rows: 0,
})

const cellsAt =
  (byMeasure: ReadonlyMap<string, MinuteCells>, minute: number, isLive: boolean): CellOf =>
  (measure) =>
    byMeasure.get(measure)?.get(minute) ?? emptyCell(measure, isLive)

/**
 * A metric minute by minute, from the same facts as every other screen: late events stand in the minute in which they
 * happened, a repeated event counts once.
 * Shape: every minute of the span in order, also those in which nothing happened. Unit: the metric's.
 * Errors: throws `InsightFailure` for a metric that is unknown, has no minutes or cannot be cut by the slice.
 * @example await readMinutes(context, { store, metric: 'pv', from, to, slice: { device: ['app'] } })
 */
export async function readMinutes(context: Context, question: MinuteQuestion): Promise<MinutePoint[]> {
  const { store, metric, slice = {} } = question
  const reading = readingOf(metric)
  const from = new Date(Math.floor(question.from.getTime() / MINUTE_MS) * MINUTE_MS)
  const span: MinuteSpan = { store, from, to: question.to, slice, channels: await readChannels(context, store.id) }
  const byMeasure = await readMeasures(context, span, reading)
  const points: MinutePoint[] = []
  for (let at = from.getTime(); at < question.to.getTime(); at += MINUTE_MS) {
    const cells = cellsAt(byMeasure, at, reading.metric === null)
    points.push({ minute: new Date(at).toISOString(), value: reading.value(cells), sample: reading.sample(cells) })
  }
  return points
}

/** True when the metric is one that `readMinutes` answers. */
export const hasMinutes = (id: string): boolean =>
  findLiveMetric(id) !== undefined ||
  (findMetric(id) !== undefined &&
    measuresOf(getMetric(id).expression).every((m) => getSource(getMeasure(m).source).at !== null))
