import type { Filter, QueryResult, Store } from '@zhanggui/contract'
import { cellKey, type GoalScope } from '@zhanggui/goals'
import { type BusinessDay, type Period, periodDays, periodGrain } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { earlierDay } from './known-days.ts'

/** One figure of the catalogue: a metric over a period and a scope. */
export type Cell = { metric: string; period: Period; scope: GoalScope }

/** Figures by `cellKey`; a cell that is not there, or null, is not known. */
export type Figures = ReadonlyMap<string, number | null>

/** A question has room for one grain and three dimensions, and a filter for a thousand values. */
const MAX_DIMENSIONS = 3
const MAX_VALUES = 1000
const MAX_ROWS = 100_000

/** Cells that one question answers: same metric, same dimensions, same grain of period. */
type Sheet = { metric: string; grain: string; dimensions: string[]; cells: Cell[] }

const sheetsOf = (cells: readonly Cell[]): Sheet[] => {
  const keyOf = ({ metric, period, scope }: Cell): string =>
    [metric, periodGrain(period), ...Object.keys(scope).sort()].join('|')
  return [...Map.groupBy(cells, keyOf).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const dimensions = Object.keys(first.scope).sort()
    return [{ metric: first.metric, grain: periodGrain(first.period), dimensions, cells: of }]
  })
}

/** Days that the cells span, cut where the figures shall end; null when nothing is left. */
function rangeOf(cells: readonly Cell[], until: BusinessDay): { from: BusinessDay; to: BusinessDay } | null {
  const days = cells.map((c) => periodDays(c.period))
  const from = days.map((d) => d.from).sort()[0]
  const last = days
    .map((d) => d.to)
    .sort()
    .at(-1)
  if (from === undefined || last === undefined) return null
  const to = earlierDay(last, until)
  return from < to ? { from, to } : null
}

function filtersOf({ dimensions, cells }: Sheet): Filter[] {
  return dimensions.flatMap((dimension) => {
    const values = [...new Set(cells.map((c) => c.scope[dimension] ?? ''))]
    return values.length > MAX_VALUES ? [] : [{ dimension, op: 'in' as const, values }]
  })
}

const rowKey = ({ metric, grain, dimensions }: Sheet, row: QueryResult['rows'][number]): string => {
  const scope = Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')]))
  return cellKey(metric, String(row[grain]), scope)
}

async function answerSheet(
  context: Context,
  store: Store,
  sheet: Sheet,
  until: BusinessDay,
  asker?: Asker,
): Promise<Figures> {
  const range = rangeOf(sheet.cells, until)
  const found = new Map<string, number | null>()
  if (!range || sheet.dimensions.length > MAX_DIMENSIONS) return found
  const { metric, grain, dimensions } = sheet
  const question = { metrics: [metric], ...range, limit: MAX_ROWS }
  // The whole shop's figure tells a month without a sale of the category from a month without data.
  const whole = await runQuery(context, store, { ...question, by: [grain], fillGaps: true }, asker)
  const covered = new Set(whole.rows.filter((r) => r[metric] !== null).map((r) => String(r[grain])))
  const { rows } =
    dimensions.length === 0
      ? whole
      : await runQuery(context, store, { ...question, by: [grain, ...dimensions], filters: filtersOf(sheet) }, asker)
  for (const row of rows) {
    const value = row[metric]
    found.set(rowKey(sheet, row), typeof value === 'number' ? value : null)
  }
  for (const { period, scope } of sheet.cells) {
    const key = cellKey(metric, period, scope)
    if (!found.has(key) && covered.has(period)) found.set(key, 0)
  }
  return found
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
  const answers = sheetsOf(cells).map(async (sheet) => {
    try {
      return await answerSheet(context, store, sheet, until, asker)
    } catch (error) {
      if (error instanceof InsightFailure) return new Map<string, number | null>()
      throw error
    }
  })
  return new Map((await Promise.all(answers)).flatMap((figures) => [...figures]))
}
