import type { Filter, Store } from '@zhanggui/contract'
import { cellKey, type GoalScope } from '@zhanggui/goals'
import { type BusinessDay, type Period, periodDays, periodGrain } from '@zhanggui/kernel'
import type { AnswerRow } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { runRows } from '../../insight/run-rows.ts'
import { runStretches } from '../../insight/run-stretches.ts'
import { askMetrics } from './ask-metrics.ts'
import { earlierDay } from './known-days.ts'

/** One figure of the catalogue: a metric over a period and a scope. */
export type Cell = { metric: string; period: Period; scope: GoalScope }

/** Figures by `cellKey`; a cell that is not there, or null, is not known. */
export type Figures = ReadonlyMap<string, number | null>

/** A question has room for three dimensions, and a filter for a thousand values. */
const MAX_DIMENSIONS = 3
const MAX_VALUES = 1000

/** Cells that one question answers, by the dimensions of their scopes. */
type Sheet = { dimensions: readonly string[]; cells: readonly Cell[] }

const isDay = ({ period }: Cell): boolean => periodGrain(period) === 'day'

const sheetsOf = (cells: readonly Cell[]): Sheet[] =>
  [...Map.groupBy(cells, ({ scope }) => Object.keys(scope).sort().join('|'))].map(([key, of]) => ({
    dimensions: key === '' ? [] : key.split('|'),
    cells: of,
  }))

type Stretch = { period: Period; from: BusinessDay; to: BusinessDay }

/** Periods of the cells that have begun, cut where the figures shall end; in order, so that the same cells ask the same. */
const stretchesOf = (cells: readonly Cell[], until: BusinessDay): Stretch[] =>
  [...new Set(cells.map((c) => c.period))].sort().flatMap((period) => {
    const { from, to } = periodDays(period)
    return from < until ? [{ period, from, to: earlierDay(to, until) }] : []
  })

function filtersOf({ dimensions, cells }: Sheet): Filter[] {
  return dimensions.flatMap((dimension) => {
    const values = [...new Set(cells.map((c) => c.scope[dimension] ?? ''))]
    return values.length > MAX_VALUES ? [] : [{ dimension, op: 'in' as const, values }]
  })
}

type Reading = {
  context: Context
  store: Store
  asker: Asker | undefined
  byDay: boolean
  stretches: readonly Stretch[]
}
type Cut = { metrics: readonly string[]; by: readonly string[]; filters: Filter[] }
type PeriodRow = { period: string; row: AnswerRow }

/** Rows of each period: days in their own grain, in which much of the past is remembered, longer periods together. */
async function rowsOf({ context, store, asker, byDay, stretches }: Reading, cut: Cut): Promise<PeriodRow[]> {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (!first || !last) return []
  if (!byDay) {
    const days = stretches.map(({ from, to }) => ({ from, to }))
    const answers = await runStretches(context, store, { ...cut, stretches: days }, asker)
    return answers.flatMap((rows, i) => rows.map((row) => ({ period: stretches[i]?.period ?? '', row })))
  }
  const { metrics, by, filters } = cut
  const range = { from: first.from, to: last.to, fillGaps: by.length === 0 }
  const question = { metrics: [...metrics], by: ['day', ...by], filters, ...range }
  const { rows } = await runRows(context, store, question, asker)
  return rows.map((row) => ({ period: String(row.day), row }))
}

const metricsOf = (cells: readonly Cell[]): string[] => [...new Set(cells.map((c) => c.metric))]

/** Figures of the cells that have a row. */
async function askSheet(reading: Reading, sheet: Sheet): Promise<[string, number | null][]> {
  const { dimensions, cells } = sheet
  if (dimensions.length > MAX_DIMENSIONS) return []
  const answers = await askMetrics(metricsOf(cells), async (metrics) => {
    const rows = await rowsOf(reading, { metrics, by: dimensions, filters: filtersOf(sheet) })
    return metrics.flatMap((metric) =>
      rows.map(({ period, row }): [string, number | null] => {
        const scope = Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')]))
        return [cellKey(metric, period, scope), numberOf(row[metric])]
      }),
    )
  })
  return answers.flat()
}

const numberOf = (value: AnswerRow[string] | undefined): number | null => (typeof value === 'number' ? value : null)

/** Figures of cells that are all days, or all longer. */
async function askCells(reading: Reading, cells: readonly Cell[]): Promise<Figures> {
  const shop = metricsOf(cells).flatMap((metric) =>
    reading.stretches.map(({ period }): Cell => ({ metric, period, scope: {} })),
  )
  const parts = sheetsOf(cells.filter(({ scope }) => Object.keys(scope).length > 0))
  const [whole, ...found] = await Promise.all(
    [{ dimensions: [], cells: shop }, ...parts].map((s) => askSheet(reading, s)),
  )
  const figures = new Map([whole ?? [], ...found].flat())
  // The whole shop's figure tells a month without a sale of the category from a month without data.
  const nothing = cells.filter(
    ({ metric, period, scope }) =>
      !figures.has(cellKey(metric, period, scope)) && (figures.get(cellKey(metric, period, {})) ?? null) !== null,
  )
  for (const { metric, period, scope } of nothing) figures.set(cellKey(metric, period, scope), 0)
  return figures
}

/**
 * Figures of many cells, asked in as few questions as their shapes allow, as far as the data goes before `until`.
 * Shape: by `cellKey`. What the catalogue cannot cut like that, or the asker may not see, is not known.
 */
export async function readFigures(
  context: Context,
  store: Store,
  cells: readonly Cell[],
  { until, asker }: { until: BusinessDay; asker?: Asker | undefined },
): Promise<Figures> {
  const kinds = [true, false].map((byDay) => {
    const of = cells.filter((cell) => isDay(cell) === byDay)
    return askCells({ context, store, asker, byDay, stretches: stretchesOf(of, until) }, of)
  })
  return new Map((await Promise.all(kinds)).flatMap((figures) => [...figures]))
}
