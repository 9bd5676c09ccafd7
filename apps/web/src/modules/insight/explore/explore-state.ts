import type { Filter, QueryRequest } from '@zhanggui/contract'
import { type CompareChoice, type DayRange, fittingGrain } from '../../../range/range.ts'

export const GRAINS = ['auto', 'none', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'campaignDay'] as const
export type GrainChoice = (typeof GRAINS)[number]

export const CHART_KINDS = ['line', 'stacked', 'bar', 'table'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** One question of the explorer, as its URL keeps it. Range and comparison are the page's (`useRange`). */
export type ExploreState = {
  metrics: string[]
  grain: GrainChoice
  dimensions: string[]
  filters: Filter[]
  /** `null`: the kind that fits. */
  chart: ChartKind | null
}

export const MAX_METRICS = 6
export const MAX_DIMENSIONS = 2

const isGrain = (name: string): boolean => GRAINS.some((grain) => grain === name)

const list = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter(Boolean))]

/** `channel:搜索|推荐`, and `channel!:直播` for a filter that leaves values out; each value is escaped on its own. */
function readFilter(text: string): Filter[] {
  const at = text.indexOf(':')
  if (at <= 0) return []
  const name = text.slice(0, at)
  const values = text
    .slice(at + 1)
    .split('|')
    .map(unescapeValue)
  const excluding = name.endsWith('!')
  return [{ dimension: excluding ? name.slice(0, -1) : name, op: excluding ? 'notIn' : 'in', values }]
}

const writeFilter = ({ dimension, op, values }: Filter): string =>
  `${dimension}${op === 'notIn' ? '!' : ''}:${values.map(escapeValue).join('|')}`

// Only the two signs that the list itself uses; a foreign `%` in a hand-written link must not break the page.
const escapeValue = (value: string): string => value.replaceAll('%', '%25').replaceAll('|', '%7C')
const unescapeValue = (value: string): string => value.replaceAll('%7C', '|').replaceAll('%25', '%')

/** What the URL asks. Wrong parts are left out, so that an old link still opens. */
export function readExplore(search: URLSearchParams, fallbackMetric: string): ExploreState {
  const metrics = list(search.get('metrics')).slice(0, MAX_METRICS)
  const by = list(search.get('by'))
  // `by=month,channel` is how the API and the command line ask; here time has a place of its own.
  const byTime = by.find(isGrain)
  return {
    metrics: metrics.length > 0 ? metrics : [fallbackMetric],
    grain: GRAINS.find((known) => known === (search.get('grain') ?? byTime)) ?? 'auto',
    dimensions: by.filter((name) => !isGrain(name)).slice(0, MAX_DIMENSIONS),
    filters: search.getAll('filter').flatMap(readFilter),
    chart: CHART_KINDS.find((known) => known === search.get('chart')) ?? null,
  }
}

/** Only what differs from the default goes into the URL. Shape: entries for URLSearchParams. */
export function writeExplore(state: Partial<ExploreState>): [string, string][] {
  const { metrics = [], grain = 'auto', dimensions = [], filters = [], chart = null } = state
  return [
    ...(metrics.length > 0 ? [['metrics', metrics.join(',')] as [string, string]] : []),
    ...(grain === 'auto' ? [] : [['grain', grain] as [string, string]]),
    ...(dimensions.length > 0 ? [['by', dimensions.join(',')] as [string, string]] : []),
    ...filters.map((filter): [string, string] => ['filter', writeFilter(filter)]),
    ...(chart === null ? [] : [['chart', chart] as [string, string]]),
  ]
}

export const EXPLORE_PARAMS = ['metrics', 'grain', 'by', 'filter', 'chart'] as const

/** Without a dimension the course over time is the answer; with one, the ranking is. `byHour`: all metrics have hours. */
export function grainOf(
  { grain, dimensions }: ExploreState,
  days: DayRange,
  byHour: boolean,
): Exclude<GrainChoice, 'auto'> {
  if (grain !== 'auto') return grain
  return dimensions.length > 0 ? 'none' : fittingGrain(days, byHour)
}

/** Rows of a question without time; enough for any table that a person reads. */
const ROW_LIMIT = 1000

/** `grain` is what `grainOf` said. */
type Frame = { days: DayRange; compare: CompareChoice; grain: Exclude<GrainChoice, 'auto'> }

/** The question for the server. Periods without data are asked for, so that a chart shows the gap. */
export function exploreRequest(state: ExploreState, { days, compare, grain }: Frame): QueryRequest {
  const ranked = grain === 'none' && state.dimensions.length > 0
  const by = [...(grain === 'none' ? [] : [grain]), ...state.dimensions]
  const [first] = state.metrics
  return {
    metrics: state.metrics,
    by,
    from: days.from,
    to: days.to,
    ...(state.filters.length > 0 ? { filters: state.filters } : {}),
    ...(compare === 'none' ? {} : { compare }),
    ...(ranked && first ? { order: { by: first, direction: 'desc' as const }, limit: ROW_LIMIT } : {}),
    ...(grain !== 'none' && grain !== 'campaignDay' && state.dimensions.length === 0 ? { fillGaps: true } : {}),
  }
}
