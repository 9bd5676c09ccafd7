import { type OccasionRule, TMALL_OCCASIONS } from '@zhanggui/calendar'
import { err, ok, type Result } from '@zhanggui/kernel'
import { findMetric, METRICS } from './catalogue/index.ts'
import { DIMENSIONS, type DimensionId, isDimensionId } from './dimension.ts'
import { measuresOf } from './expression.ts'
import type { Measure, Source } from './measure.ts'
import { getMeasure } from './measures/index.ts'
import type { Metric } from './metric.ts'
import { type QueryError, queryError } from './query-error.ts'
import { getSource } from './sources/index.ts'
import { isTimeGrain, needsInstant, type TimeGrain } from './time-grain.ts'

export type QueryFilter = { dimension: string; op: 'in' | 'notIn'; values: readonly string[] }
export type PlannedFilter = QueryFilter & { dimension: DimensionId }

/** Measures of one source, answered by one statement. */
export type QueryGroup = { source: Source; measures: readonly Measure[] }

/** A query checked and cut into statements. */
export type QueryPlan = {
  metrics: readonly Metric[]
  by: readonly string[]
  grain: TimeGrain | null
  dimensions: readonly DimensionId[]
  filters: readonly PlannedFilter[]
  groups: readonly QueryGroup[]
  /** What counts as a campaign day: the platform's occasions with the shop's own. */
  occasions: readonly OccasionRule[]
}

/** The sources that a metric's measures are taken of. */
export const sourcesOf = (metric: Metric): Source[] => [
  ...new Set(measuresOf(metric.expression).map((id) => getSource(getMeasure(id).source))),
]

/** True when every figure that the metric is made of can be cut by the dimension. */
export const hasDimension = (metric: Metric, dimension: DimensionId): boolean =>
  sourcesOf(metric).every((s) => s.dimensions[dimension] !== undefined)

/** True when the metric exists for hours and minutes. */
export const hasInstants = (metric: Metric): boolean => sourcesOf(metric).every((s) => s.at !== null)

const idsWhere = (works: (metric: Metric) => boolean): string[] => METRICS.filter(works).map((m) => m.id)

function findMetrics(ids: readonly string[]): Result<Metric[], QueryError> {
  const metrics: Metric[] = []
  for (const id of ids) {
    const metric = findMetric(id)
    if (!metric)
      return err(
        queryError('unknown_metric', { metric: id }, [
          `没有名为“${id}”的指标；用 GET /v1/metrics 或“指标”页查看全部指标。`,
          `There is no metric "${id}"; GET /v1/metrics lists them all.`,
        ]),
      )
    metrics.push(metric)
  }
  return ok(metrics)
}

function splitBy(by: readonly string[]): Result<{ grain: TimeGrain | null; dimensions: DimensionId[] }, QueryError> {
  const grains = by.filter(isTimeGrain)
  if (grains.length > 1)
    return err(
      queryError('two_time_grains', { grains }, [
        `一次查询只能用一个时间粒度，现在有：${grains.join('、')}。`,
        `A query has one time grain; this one has ${grains.join(', ')}.`,
      ]),
    )
  const dimensions: DimensionId[] = []
  for (const id of by.filter((b) => !isTimeGrain(b))) {
    if (!isDimensionId(id)) return err(unknownDimension(id))
    dimensions.push(id)
  }
  return ok({ grain: grains[0] ?? null, dimensions })
}

const unknownDimension = (id: string): QueryError =>
  queryError('unknown_dimension', { dimension: id }, [
    `没有名为“${id}”的维度；可用：${DIMENSIONS.map((d) => d.id).join('、')}。`,
    `There is no dimension "${id}"; there are ${DIMENSIONS.map((d) => d.id).join(', ')}.`,
  ])

function checkDimensions(metrics: readonly Metric[], dimensions: readonly DimensionId[]): QueryError | null {
  for (const dimension of dimensions) {
    const without = metrics.filter((m) => !hasDimension(m, dimension)).map((m) => m.id)
    if (without.length === 0) continue
    const working = idsWhere((m) => dimensions.every((d) => hasDimension(m, d)))
    return queryError('metric_without_dimension', { dimension, metrics: without, working }, [
      `${without.join('、')} 没有维度“${dimension}”。可以按它看的指标：${working.join('、') || '无'}。`,
      `${without.join(', ')} cannot be cut by "${dimension}". Metrics that can: ${working.join(', ') || 'none'}.`,
    ])
  }
  return null
}

function checkGrain(metrics: readonly Metric[], grain: TimeGrain | null): QueryError | null {
  if (!grain || !needsInstant(grain)) return null
  const without = metrics.filter((m) => !hasInstants(m)).map((m) => m.id)
  if (without.length === 0) return null
  return queryError('grain_too_fine', { grain, metrics: without, working: idsWhere(hasInstants) }, [
    `${without.join('、')} 最细到日，不能按“${grain}”看；请改用 day，或只选有时刻的指标。`,
    `${without.join(', ')} exist by day at the finest, not by "${grain}"; use day, or only metrics with instants.`,
  ])
}

function groupBySource(metrics: readonly Metric[]): QueryGroup[] {
  const groups = new Map<string, Map<string, Measure>>()
  for (const id of metrics.flatMap((m) => measuresOf(m.expression))) {
    const measure = getMeasure(id)
    const group = groups.get(measure.source) ?? new Map<string, Measure>()
    groups.set(measure.source, group.set(id, measure))
  }
  return [...groups].map(([id, measures]) => ({ source: getSource(id), measures: [...measures.values()] }))
}

/**
 * Checks a query against the catalogue and groups its measures by source: one statement each.
 * Errors: unknown metrics and dimensions, two time grains, and metrics that lack a dimension or grain (naming those that work).
 */
export function planQuery(request: {
  metrics: readonly string[]
  by: readonly string[]
  filters: readonly QueryFilter[]
  occasions?: readonly OccasionRule[]
}): Result<QueryPlan, QueryError> {
  const metrics = findMetrics([...new Set(request.metrics)])
  if (!metrics.ok) return metrics
  const by = [...new Set(request.by)]
  const split = splitBy(by)
  if (!split.ok) return split
  const filters: PlannedFilter[] = []
  for (const filter of request.filters) {
    if (!isDimensionId(filter.dimension)) return err(unknownDimension(filter.dimension))
    filters.push({ ...filter, dimension: filter.dimension })
  }
  const { grain, dimensions } = split.value
  const used = [...new Set([...dimensions, ...filters.map((f) => f.dimension)])]
  const problem = checkDimensions(metrics.value, used) ?? checkGrain(metrics.value, grain)
  if (problem) return err(problem)
  const { occasions = TMALL_OCCASIONS } = request
  return ok({ metrics: metrics.value, by, grain, dimensions, filters, groups: groupBySource(metrics.value), occasions })
}
