import { baseOption, quietCategoryAxis } from '../../../charts/base-option.ts'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { tooltipHtml } from '../../../charts/tooltip.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

export type CohortLine = { name: string; size: number; values: readonly (number | null)[] }

/** `rows` oldest first; `periods` are the names of the columns. */
export type CohortChart = {
  rows: readonly CohortLine[]
  periods: readonly string[]
  /** The first column is 100 % of everybody, or not to be compared: it takes no part in the scale. */
  skipFirst: boolean
  /** Write the figures into the cells; on a phone there is no room. */
  labelled: boolean
  words: {
    short: (value: number | null) => string
    exact: (value: number | null) => string
    size: (n: number) => string
  }
}

type Point = [at: number, row: number, value: number]

/** Known cells as points; what is not over yet has none, so that its place stays empty. */
export function cohortPoints(rows: readonly CohortLine[]): Point[] {
  return rows.flatMap(({ values }, row) =>
    values.flatMap((value, at): Point[] => (value === null ? [] : [[at, row, value]])),
  )
}

/** How many columns have a figure in any row: the last may be of a period that nobody has lived through. */
export const livedPeriods = (rows: readonly CohortLine[]): number =>
  Math.max(0, ...rows.map(({ values }) => values.findLastIndex((value) => value !== null) + 1))

/** The deepest colour: the largest figure that takes part. */
export function cohortScale(rows: readonly CohortLine[], skipFirst: boolean): number {
  const known = cohortPoints(rows).filter(([at]) => !(skipFirst && at === 0))
  return Math.max(0, ...known.map(([, , value]) => value))
}

/** From here on a cell is so deep that only light words can be read on it. */
const DEEP = 0.78

/** Cohorts downwards, periods since the first purchase to the right, the deeper the more. */
export function buildCohortOption(
  { rows, periods, skipFirst, labelled, words }: CohortChart,
  theme: Theme,
): ChartOption {
  const base = baseOption(theme)
  const scale = cohortScale(rows, skipFirst)
  const axis = { axisLine: { show: false }, splitArea: { show: false } }
  const isDeep = ([at, , value]: Point): boolean => (skipFirst && at === 0) || value > scale * DEEP
  return {
    ...base,
    grid: { ...base.grid, top: 4 },
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (event: unknown) => {
        const [at, row, value] = (event as { value: Point }).value
        const line = rows[row]
        if (!line) return ''
        return tooltipHtml(line.name, [
          { label: periods[at] ?? '', value: words.exact(value) },
          { label: words.size(line.size), value: '' },
        ])
      },
    },
    visualMap: {
      show: false,
      min: 0,
      max: scale,
      dimension: 2,
      inRange: { color: [theme.accentSoft, theme.accentSolid] },
      outOfRange: { color: [theme.accentSolid] },
    },
    xAxis: { ...quietCategoryAxis(theme), ...axis, position: 'top', data: [...periods] },
    yAxis: { ...quietCategoryAxis(theme), ...axis, inverse: true, data: rows.map(({ name }) => name) },
    series: [
      {
        type: 'heatmap',
        data: cohortPoints(rows).map((point) => ({
          value: point,
          label: { color: isDeep(point) ? theme.onAccent : theme.ink },
        })),
        label: {
          show: labelled,
          fontSize: 12,
          formatter: (event: unknown) => words.short((event as { value: Point }).value[2]),
        },
        itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 },
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 1 } },
      },
    ],
  } as ChartOption
}
