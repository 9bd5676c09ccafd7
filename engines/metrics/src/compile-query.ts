import { assert } from '@zhanggui/kernel'
import type { DimensionId } from './dimension.ts'
import { JOINS, type JoinId } from './join.ts'
import type { Measure, Source, SourceDimension, Together } from './measure.ts'
import type { QueryGroup, QueryPlan } from './plan-query.ts'
import type { TimeGrain } from './time-grain.ts'

/** Rows of one statement beyond which an answer is no answer but an export of the facts. */
export const MAX_CELLS = 300_000

const dayValue = (source: Source): string => `assumeNotNull(${source.day})`

function wallClock(source: Source, seconds: number): string {
  assert(source.at, 'a source without instants is not asked for hours')
  // The wall clock's own number, so that an hour that a clock change repeats is one period.
  const at = `toDateTime(${source.at}, {zone:String})`
  return `intDiv(toUnixTimestamp(${at}) + timeZoneOffset(${at}), ${seconds})`
}

/** The value that rows of one period share: the period's first day, or a number (see `periodLabel`). */
function periodSql(source: Source, grain: TimeGrain): string {
  const day = dayValue(source)
  switch (grain) {
    case 'minute':
      return wallClock(source, 60)
    case 'hour':
      return wallClock(source, 3600)
    case 'day':
      return day
    case 'week':
      return `toMonday(${day})`
    case 'month':
      return `toStartOfMonth(${day})`
    case 'quarter':
      return `toStartOfQuarter(${day})`
    case 'year':
      return `toStartOfYear(${day})`
    case 'campaignDay':
      return `transform(${day}, {campaignDays:Array(Date)}, {campaignOffsets:Array(Int32)}, toInt32(-9999))`
  }
}

/** The stretches that a row's day lies in, one row each; see `stretchParams`. */
function stretchSql(source: Source): string {
  const day = `toUInt32(${dayValue(source)} - {from:Date}) + 1`
  return `arrayJoin(arraySlice({stretchNumbers:Array(UInt32)}, {stretchPlaces:Array(UInt32)}[${day}], {stretchCounts:Array(UInt32)}[${day}]))`
}

/** The first day of the row's period within the range: what "new" is measured from. Finer than a day, the day decides. */
function periodFromSql(source: Source, grain: TimeGrain | null): string {
  if (grain === null) return '{from:Date}'
  if (grain === 'week' || grain === 'month' || grain === 'quarter' || grain === 'year')
    return `greatest({from:Date}, ${periodSql(source, grain)})`
  return dayValue(source)
}

function dimensionOf(source: Source, id: DimensionId): SourceDimension {
  const dimension = source.dimensions[id]
  assert(dimension, `source ${source.id} has dimension ${id}`)
  return dimension
}

function joinsOf(plan: QueryPlan, { source, measures }: QueryGroup, dimensions: readonly DimensionId[]): JoinId[] {
  const used = [...dimensions, ...plan.filters.map((f) => f.dimension)].map((id) => dimensionOf(source, id))
  return [...new Set([...used, ...measures].flatMap((part) => part.joins ?? []))]
}

/** On its last day a range may end at a time of day, that second included. */
const untilSql = (source: Source): string =>
  `(${source.day} < {untilDay:Date} OR ${source.at} < toDateTime64({until:String}, 3, {zone:String}) + INTERVAL 1 SECOND)`

function whereOf(plan: QueryPlan, source: Source): string[] {
  const used = new Set<string>([...plan.dimensions, ...plan.filters.map((f) => f.dimension)])
  const filters = plan.filters.map((filter, i) => {
    const has = `has({filter${i}:Array(String)}, toString(${dimensionOf(source, filter.dimension).sql}))`
    return filter.op === 'in' ? has : `NOT ${has}`
  })
  return [
    'f.store = {store:String}',
    `${source.day} >= {from:Date}`,
    `${source.day} < {to:Date}`,
    ...source.where,
    ...(source.level ? [source.level(used)] : []),
    ...filters,
  ]
}

const list = (items: readonly string[]): string => items.map((item) => `  ${item}`).join(',\n')

function select(parts: {
  columns: readonly string[]
  from: string
  where?: string[]
  keys: readonly string[]
}): string {
  const { columns, from, where, keys } = parts
  return [
    `SELECT\n${list(columns)}`,
    `FROM ${from}`,
    ...(where ? [`WHERE ${where.join('\n  AND ')}`] : []),
    ...(keys.length > 0 ? [`GROUP BY\n${list(keys)}`] : []),
  ].join('\n')
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ')

const measureColumn = (m: Measure): string => `${m.sql} AS m_${m.id}`

const dimensionColumns = (source: Source, dimensions: readonly DimensionId[]): string[] =>
  dimensions.map((id, i) => `${dimensionOf(source, id).sql} AS dim${i}`)

const bounded = (text: string): string => `${text}\nLIMIT ${MAX_CELLS + 1}`

/** The rows that a group is asked of. */
function baseOf(
  plan: QueryPlan,
  group: QueryGroup,
  { dimensions, untilClock }: { dimensions: readonly DimensionId[]; untilClock: boolean },
): { from: string; where: string[] } {
  const { source } = group
  const joins = joinsOf(plan, group, dimensions).map((id) => `\n${JOINS[id]}`)
  const base = { from: source.from + joins.join(''), where: whereOf(plan, source) }
  if (untilClock && source.at) base.where.push(untilSql(source))
  // Only campaign days have a place on that axis, and the whole is then made of the same days.
  if (plan.grain === 'campaignDay') base.where.push(`has({campaignDays:Array(Date)}, ${dayValue(source)})`)
  return base
}

/** What a statement's cells are told apart by, beside the dimensions: its name, and its SQL. */
type Axis = { name: 'period' | 'stretch'; sql: string }

/** One row a cell of a group's rows, with `cell_rows` and `m_<measure>`. */
function cellsSql(
  { source, measures }: QueryGroup,
  cut: { axis: Axis | null; dimensions: readonly DimensionId[]; base: { from: string; where: string[] } },
): string {
  const { axis, dimensions, base } = cut
  const keyColumns = [...(axis ? [`${axis.sql} AS ${axis.name}`] : []), ...dimensionColumns(source, dimensions)]
  const keys = [...(axis ? [axis.name] : []), ...dimensions.map((_, i) => `dim${i}`)]
  const figures = ['count() AS cell_rows', ...measures.map(measureColumn)]
  const text = source.each
    ? select({ columns: [...keys, ...figures], from: `(\n${indent(eachRow(source, keyColumns, keys, base))}\n)`, keys })
    : select({ columns: [...keyColumns, ...figures], ...base, keys })
  return bounded(text)
}

/**
 * The statement that answers one group of measures: one row a cell with `period`, `dim0` …, `cell_rows` and `m_<measure>`.
 * With `whole` the group's figures over the whole range instead, where distinct counts are counted anew.
 * With `untilClock` the last day ends at `until`, where the source knows instants. Values are bound by name; see `queryParams`.
 */
export function compileGroup(
  plan: QueryPlan,
  group: QueryGroup,
  { whole, untilClock = false }: { whole: boolean; untilClock?: boolean },
): string {
  const { source } = group
  const grain = whole ? null : plan.grain
  const dimensions = whole ? [] : plan.dimensions
  const axis: Axis | null = grain && { name: 'period', sql: periodSql(source, grain) }
  const base = baseOf(plan, group, { dimensions, untilClock })
  return cellsSql(group, { axis, dimensions, base }).replaceAll('$periodFrom', periodFromSql(source, grain))
}

/**
 * The same for several stretches of days in one reading of the source: each stretch as if it were asked alone, with its number
 * from 1 on as `stretch`. They may overlap, so a row counts in each that holds its day. Shape: a plan without a grain; see `stretchParams`.
 */
export function compileStretches(plan: QueryPlan, group: QueryGroup): string {
  assert(plan.grain === null, 'stretches have no periods of their own')
  const { dimensions } = plan
  const axis: Axis = { name: 'stretch', sql: stretchSql(group.source) }
  const base = baseOf(plan, group, { dimensions, untilClock: false })
  return cellsSql(group, { axis, dimensions, base }).replaceAll('$periodFrom', '{stretchStarts:Array(Date)}[stretch]')
}

function eachRow(
  source: Source,
  keyColumns: readonly string[],
  keys: readonly string[],
  base: { from: string; where: string[] },
): string {
  const { key, columns } = source.each ?? { key: {}, columns: {} }
  const named = Object.entries({ ...key, ...columns }).map(([name, sql]) => `${sql} AS ${name}`)
  return select({ columns: [...keyColumns, ...named], ...base, keys: [...keys, ...Object.keys(key)] })
}

/** True when every row that a group is asked of, and what it is looked up in, is in the source's own tables. */
export const standsAlone = (plan: QueryPlan, group: QueryGroup): boolean =>
  joinsOf(plan, group, plan.dimensions).length === 0

/**
 * How the figures of several stretches of days become those of all of them: added up, or, where somebody may stand in
 * several, counted anew from whom each stretch holds. Null: only the whole can be asked.
 */
export function togetherBy(plan: QueryPlan, group: QueryGroup, dimensions: readonly DimensionId[]): Together | null {
  const { source, measures } = group
  if (plan.grain === 'campaignDay' || !source.together || joinsOf(plan, group, dimensions).length > 0) return null
  return source.together === 'counted' && measures.some((m) => !m.ofStretches) ? null : source.together
}

/** Whom a stretch holds: one row a key of each cell, without periods. What `compileCounted` puts together. */
export function compileKeys(
  plan: QueryPlan,
  group: QueryGroup,
  { dimensions, untilClock }: { dimensions: readonly DimensionId[]; untilClock: boolean },
): string {
  const keys = dimensions.map((_, i) => `dim${i}`)
  const base = baseOf(plan, group, { dimensions, untilClock })
  return eachRow(group.source, dimensionColumns(group.source, dimensions), keys, base)
}

/** A group's figures over the rows of several stretches. `stretches`: a SELECT of each, or the name of what was kept of it. */
export function compileCounted(
  group: QueryGroup,
  { dimensions, stretches }: { dimensions: readonly DimensionId[]; stretches: readonly string[] },
): string {
  const keys = dimensions.map((_, i) => `dim${i}`)
  const figures = group.measures.map((m) => `${m.ofStretches} AS m_${m.id}`)
  const from = `(\n${indent(stretches.join('\nUNION ALL\n'))}\n)`
  return bounded(select({ columns: [...keys, 'count() AS cell_rows', ...figures], from, keys }))
}
