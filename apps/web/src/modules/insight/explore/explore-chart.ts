import type { MetricInfo, QueryResult } from '@zhanggui/contract'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { buildLineOption } from '../../../charts/line-option.ts'
import { buildRankOption, rankHeight } from '../../../charts/rank-option.ts'
import type { ChartWords, Series } from '../../../charts/series.ts'
import { buildStackedOption } from '../../../charts/stacked-option.ts'
import { SERIES_COLOURS } from '../../../theme/series-colours.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'
import { courseOf } from '../cockpit/course-of.ts'
import type { DimensionValueName } from '../use-dimension-value.ts'
import type { ChartKind } from './explore-state.ts'
import { pivot } from './pivot.ts'

export const TOP_GROUPS = 6
export const TOP_RANKS = 20
const HEIGHT = 340

export type ExploreChartInput = {
  result: QueryResult
  metric: Pick<MetricInfo, 'id' | 'kind'>
  /** The first metric of the question: all its charts show the same groups in the same colours. */
  rankBy: string
  /** `none` for a question without time. */
  grain: string
  dimensions: readonly string[]
  kind: Exclude<ChartKind, 'table'>
  words: ChartWords
  valueName: DimensionValueName
  names: { now: string; before: string; others: string; total: string }
}

export type ExploreChart = { option: ChartOption; height: number; shown: number; all: number }

type Row = QueryResult['rows'][number]

const hasComparison = ({ result, metric }: ExploreChartInput): boolean =>
  result.columns.some(({ id }) => id === `${metric.id}Compare`)

/** The drawing of one metric of a question. Charts show the largest groups; the table has them all. */
export function buildExploreChart(input: ExploreChartInput, theme: Theme): ExploreChart {
  if (input.grain === 'none') return rankChart(input, theme)
  return input.dimensions.length > 0 ? groupedChart(input, theme) : courseChart(input, theme)
}

const withComparison = (input: ExploreChartInput, rows: Row[], theme: Theme): Series[] => {
  const { metric, names } = input
  const now = { name: names.now, values: courseOf(rows, metric.id), colour: theme.accent }
  const before = courseOf(rows, `${metric.id}Compare`)
  // Before the shop's first day there is nothing to draw.
  if (!hasComparison(input) || before.every((value) => value === null)) return [now]
  return [now, { name: names.before, values: before, colour: theme.pale, pale: true }]
}

function courseChart(input: ExploreChartInput, theme: Theme): ExploreChart {
  const { result, grain, kind, words, names } = input
  const keys = result.rows.map((row) => String(row[grain] ?? ''))
  const series = withComparison(input, result.rows, theme)
  const bars = () =>
    buildStackedOption({ keys, series: series.filter(({ pale }) => !pale), words, totalName: names.total }, theme)
  const option = kind === 'bar' ? bars() : buildLineOption({ keys, series, words }, theme)
  return { option, height: HEIGHT, shown: keys.length, all: keys.length }
}

const groupName = ({ dimensions, valueName }: ExploreChartInput, row: Row): string =>
  dimensions.map((dimension) => valueName(dimension, String(row[dimension] ?? ''))).join(' · ')

function rankChart(input: ExploreChartInput, theme: Theme): ExploreChart {
  const { result, words } = input
  const rows = result.rows.slice(0, TOP_RANKS)
  const keys = rows.map((row) => groupName(input, row))
  const plain = { ...words, axis: (key: string) => key, full: (key: string) => key }
  const option = buildRankOption({ keys, series: withComparison(input, rows, theme), words: plain }, theme)
  return { option, height: rankHeight(rows.length), shown: rows.length, all: result.rows.length }
}

function groupedChart(input: ExploreChartInput, theme: Theme): ExploreChart {
  const { result, metric, grain, kind, words, names } = input
  const groupOf = (row: Row) => groupName(input, row)
  const { keys, groups, others, groupCount } = pivot(result.rows, {
    grain,
    metric: metric.id,
    groupOf,
    top: TOP_GROUPS,
    rankBy: input.rankBy,
  })
  const colours = SERIES_COLOURS[theme.appearance]
  const series: Series[] = groups.map((group, index) => ({
    name: group.key,
    values: group.values,
    colour: colours[index] ?? theme.pale,
  }))
  if (kind === 'stacked') {
    const rest: Series[] = others ? [{ name: names.others, values: others, colour: theme.pale }] : []
    const option = buildStackedOption({ keys, series: [...series, ...rest], words, totalName: names.total }, theme)
    return { option, height: HEIGHT, shown: groupCount, all: groupCount }
  }
  return {
    option: buildLineOption({ keys, series, words }, theme),
    height: HEIGHT,
    shown: groups.length,
    all: groupCount,
  }
}
