import type { DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Coverage } from './coverage.ts'
import { evaluate, type PeriodFacts, type Values } from './expression.ts'
import { getMeasure } from './measures/index.ts'
import type { Metric } from './metric.ts'
import { type Period, periodLabel, periodsBetween, wholeRange } from './period.ts'
import type { QueryPlan } from './plan-query.ts'
import type { QueryCalendar } from './query-calendar.ts'
import { getSource } from './sources/index.ts'

/** One row of a statement, as the fact store gives it. */
export type SqlRow = Record<string, string | number | null>

/** What the statements of a plan brought for one range; rows by source id. */
export type RangeFacts = {
  range: DayRange
  calendar: QueryCalendar
  coverage: ReadonlyMap<string, Coverage | null>
  rows: ReadonlyMap<string, readonly SqlRow[]>
  totals: ReadonlyMap<string, readonly SqlRow[]>
}

/** A place in the answer: its period, its dimension values, and its metrics. */
export type Cell = { period: Period; dimensions: readonly string[]; metrics: ReadonlyMap<string, number | null> }

export const cellKey = (period: string, dimensions: readonly string[]): string =>
  JSON.stringify([period, ...dimensions])

type Places = Map<string, { period: Period; dimensions: string[]; bySource: Map<string, SqlRow> }>

const asNumber = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null

/** Period, range and data have a day in common; a period always shares one with its range. */
function isCovered(coverage: Coverage | null | undefined, period: Period, range: DayRange): boolean {
  if (!coverage) return false
  const { first, last } = coverage
  if (period.days) return period.days.some((d) => first <= d && d <= last)
  return period.from <= last && first < period.to && range.from <= last && first < range.to
}

/** The days of a period that the range holds and the order data covers. */
function periodFacts(period: Period, facts: RangeFacts): PeriodFacts {
  const coverage = facts.coverage.get('paidLines')
  if (!coverage) return { days: null, ordinaryDays: null }
  const promo = new Set(facts.calendar.promoDays)
  const end = addDays(coverage.last, 1)
  const clip = (values: readonly BusinessDay[], pick: (a: string, b: string) => boolean): BusinessDay =>
    values.reduce((a, b) => (pick(a, b) ? a : b))
  const from = clip([period.from, facts.range.from, coverage.first], (a, b) => a > b)
  const to = clip([period.to, facts.range.to, end], (a, b) => a < b)
  const days: BusinessDay[] = []
  for (let day = from; day < to; day = addDays(day, 1)) if (!period.days || period.days.includes(day)) days.push(day)
  return { days: days.length, ordinaryDays: days.filter((d) => !promo.has(d)).length }
}

const needsDays = (metric: Metric): boolean =>
  metric.expression.kind === 'daysLeft' || metric.expression.kind === 'steadiness'

function measureValues(bySource: ReadonlyMap<string, SqlRow>, period: Period, facts: RangeFacts): Values {
  return (id) => {
    const source = getSource(getMeasure(id).source)
    if (!facts.coverage.get(source.id)) return null
    const row = bySource.get(source.id)
    if (row && row.cell_rows !== 0) return asNumber(row[`m_${id}`])
    return isCovered(facts.coverage.get(source.id), period, facts.range) ? source.emptyIs : null
  }
}

function metricValues(
  metrics: readonly Metric[],
  place: { period: Period; bySource: ReadonlyMap<string, SqlRow> },
  facts: RangeFacts,
): Map<string, number | null> {
  const values = measureValues(place.bySource, place.period, facts)
  const days = metrics.some(needsDays) ? periodFacts(place.period, facts) : { days: null, ordinaryDays: null }
  return new Map(metrics.map((m) => [m.id, evaluate(m.expression, values, days, m.unit === 'money')]))
}

function placeRows(plan: QueryPlan, facts: RangeFacts): Places {
  const periods = new Map(
    plan.grain ? periodsBetween(plan.grain, facts.range, plan.occasions).map((p) => [p.label, p]) : [],
  )
  const places: Places = new Map()
  for (const [source, rows] of facts.rows)
    for (const row of rows) {
      const label = plan.grain ? periodLabel(plan.grain, row.period ?? 0) : ''
      const period = plan.grain ? periods.get(label) : wholeRange(facts.range)
      if (!period) continue
      const dimensions = plan.dimensions.map((_, i) => String(row[`dim${i}`] ?? ''))
      const key = cellKey(label, dimensions)
      const place = places.get(key) ?? { period, dimensions, bySource: new Map<string, SqlRow>() }
      place.bySource.set(source, row)
      places.set(key, place)
    }
  return places
}

/** Adds a place for each period × dimension values seen here or in `also`, so that a chart shows the gap. */
function fillPlaces(plan: QueryPlan, facts: RangeFacts, places: Places, also: readonly (readonly string[])[]): void {
  if (!plan.grain) return
  const seen = [...[...places.values()].map((p) => p.dimensions), ...also.map((dimensions) => [...dimensions])]
  const groups = new Map(seen.map((dimensions) => [JSON.stringify(dimensions), dimensions]))
  if (groups.size === 0 && plan.dimensions.length === 0) groups.set('[]', [])
  for (const period of periodsBetween(plan.grain, facts.range, plan.occasions))
    for (const dimensions of groups.values()) {
      const key = cellKey(period.label, dimensions)
      if (!places.has(key)) places.set(key, { period, dimensions, bySource: new Map() })
    }
}

/** The cells of a range by `cellKey`, in no particular order. */
export function cellsOf(
  plan: QueryPlan,
  facts: RangeFacts,
  { fillGaps, also = [] }: { fillGaps: boolean; also?: readonly (readonly string[])[] },
): Map<string, Cell> {
  const places = placeRows(plan, facts)
  if (fillGaps) fillPlaces(plan, facts, places, also)
  // A query that cuts by nothing has one row, also when nothing happened.
  if (plan.by.length === 0 && places.size === 0)
    places.set(cellKey('', []), { period: wholeRange(facts.range), dimensions: [], bySource: new Map() })
  return new Map(
    [...places].map(([key, place]) => [
      key,
      { period: place.period, dimensions: place.dimensions, metrics: metricValues(plan.metrics, place, facts) },
    ]),
  )
}

/** The value that a metric has in a place without rows: nothing happened, or nobody knows. */
export function emptyMetrics(plan: QueryPlan, facts: RangeFacts, period: Period): ReadonlyMap<string, number | null> {
  return metricValues(plan.metrics, { period, bySource: new Map() }, facts)
}

/** The same metrics over the whole range: distinct counts are counted again, ratios divided again. */
export function totalsOf(plan: QueryPlan, facts: RangeFacts): Map<string, number | null> {
  const bySource = new Map<string, SqlRow>()
  for (const [source, [row]] of facts.totals) if (row) bySource.set(source, row)
  return metricValues(plan.metrics, { period: wholeRange(facts.range), bySource }, facts)
}
