import { addDays, businessDayOf } from '@zhanggui/kernel'
import {
  channelParams,
  compileGroup,
  planQuery,
  type QueryGroup,
  type QueryPlan,
  queryCalendar,
  queryParams,
  type ShopChannel,
  type SqlRow,
} from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import type { MinuteCells } from './minute-cells.ts'
import { SUMMED_DIMENSIONS, SUMMED_MEASURES } from './summed-measures.ts'
import { type MinuteSlice, summedMinutesSql } from './summed-minutes-sql.ts'
import { instantOfWallMinute } from './wall-minute.ts'

export type MinuteSpan = {
  store: { id: string; timezone: string }
  from: Date
  to: Date
  slice: MinuteSlice
  channels: readonly ShopChannel[]
}

const daysOf = ({ store, from, to }: MinuteSpan) => ({
  from: businessDayOf(from, store.timezone),
  to: addDays(businessDayOf(new Date(to.getTime() - 1), store.timezone), 1),
})

/** True when the minute sums of the events hold the measure, cut as it is asked for. */
const isSummed = (measure: string, slice: MinuteSlice): boolean =>
  measure in SUMMED_MEASURES && Object.keys(slice).every((id) => SUMMED_DIMENSIONS.has(id))

async function readSummed(context: Context, span: MinuteSpan, measure: string): Promise<MinuteCells> {
  const dimensions = Object.keys(span.slice)
  const rows = await context.facts.query<{ minute_ms: number; value: number; cell_rows: number }>(
    summedMinutesSql(measure, dimensions),
    {
      store: span.store.id,
      ...daysOf(span),
      fromMs: span.from.getTime(),
      toMs: span.to.getTime(),
      ...channelParams(span.channels),
      ...Object.fromEntries(dimensions.map((id, i) => [`slice${i}`, span.slice[id] ?? []])),
    },
  )
  return new Map(rows.map((r) => [r.minute_ms, { value: r.value, rows: r.cell_rows }]))
}

const filtersOf = (slice: MinuteSlice) =>
  Object.entries(slice).map(([dimension, values]) => ({ dimension, op: 'in' as const, values }))

// A key's versions never lie in different partitions, so FINAL need not compare them across.
const FINAL_SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1'

async function readGroup(
  context: Context,
  span: MinuteSpan,
  plan: QueryPlan,
  group: QueryGroup,
): Promise<Map<string, MinuteCells>> {
  const range = daysOf(span)
  const calendar = queryCalendar(range, plan.occasions)
  const rows = await context.facts.query<SqlRow>(
    `${compileGroup(plan, group, { whole: false })}\n${FINAL_SETTINGS}`,
    queryParams({
      plan,
      store: span.store.id,
      zone: span.store.timezone,
      range,
      dataEnd: range.to,
      calendar,
      channels: span.channels,
      until: null,
    }),
  )
  const placed = rows.map((row) => ({ row, at: instantOfWallMinute(Number(row.period), span.store.timezone) }))
  const within = placed.filter(({ at }) => at >= span.from.getTime() && at < span.to.getTime())
  const cellOf = (row: SqlRow, id: string) => {
    const value = row[`m_${id}`]
    return { value: typeof value === 'number' ? value : null, rows: Number(row.cell_rows) }
  }
  return new Map(group.measures.map(({ id }) => [id, new Map(within.map(({ row, at }) => [at, cellOf(row, id)]))]))
}

/** Measures of the catalogue that the minute sums do not hold: one statement a source, as the explorer would ask it. */
async function readAsked(context: Context, span: MinuteSpan, metric: string): Promise<Map<string, MinuteCells>> {
  const planned = planQuery({ metrics: [metric], by: ['minute'], filters: filtersOf(span.slice) })
  if (!planned.ok) throw new InsightFailure(planned.error)
  const plan = planned.value
  const groups = plan.groups.map((group) => ({
    ...group,
    measures: group.measures.filter((m) => !isSummed(m.id, span.slice)),
  }))
  const asked = groups.filter((g) => g.measures.length > 0)
  const answers = await Promise.all(asked.map((group) => readGroup(context, span, plan, group)))
  return new Map(answers.flatMap((a) => [...a]))
}

/**
 * Every measure that a metric is made of, by minute. `metric` is null for a live metric, whose measures are all sums.
 * Errors: throws `InsightFailure` for a metric that has no minutes or cannot be cut so.
 */
export async function readMeasures(
  context: Context,
  span: MinuteSpan,
  { metric, measures }: { metric: string | null; measures: readonly string[] },
): Promise<Map<string, MinuteCells>> {
  const summed = measures.filter((id) => isSummed(id, span.slice))
  const [asked, ...sums] = await Promise.all([
    metric !== null && (measures.length === 0 || summed.length < measures.length)
      ? readAsked(context, span, metric)
      : new Map<string, MinuteCells>(),
    ...summed.map((id) => readSummed(context, span, id)),
  ])
  return new Map([...asked, ...summed.map((id, i) => [id, sums[i] ?? new Map()] as const)])
}
