import type { DayRange } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'
import { compileGroup, type DimensionId, type QueryGroup, type QueryPlan, type SqlRow } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import type { SqlParams } from '../../../storage/facts/fact-store.ts'
import { rememberedRows } from './answer-memory.ts'
import type { EventPart } from './event-parts.ts'
import { standOf } from './stand.ts'

/** A group's question: by place, or over the whole range. `until`: the last day ends at that time of day. */
export type GroupQuestion = {
  plan: QueryPlan
  group: QueryGroup
  whole: boolean
  range: DayRange
  until: string | null
  /** The newest day with data: it changes most. */
  newestDay: BusinessDay | null
  /** Values of a statement's places, for these days. */
  paramsOf(range: DayRange, until: string | null): SqlParams
}

export type Asking = GroupQuestion & { context: Context; parts: readonly EventPart[] }

// A key's versions never lie in different partitions (partition days are part of the key), so FINAL need not compare them.
const FINAL_SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1'

export const askStore = ({ facts }: Context, sql: string, params: SqlParams): Promise<SqlRow[]> =>
  facts.query<SqlRow>(`${sql}\n${FINAL_SETTINGS}`, params)

/** A statement with the values that it really takes: what else the calendar says of a range is no part of the question. */
export function keyOf(sql: string, params: SqlParams): string {
  const used = Object.entries(params).filter(([name]) => sql.includes(`{${name}:`))
  return JSON.stringify([sql, used])
}

export const dimensionsOf = ({ plan, whole }: GroupQuestion): readonly DimensionId[] => (whole ? [] : plan.dimensions)

/** The time of day at which these days end, when they are the last of the range. */
export const untilOf = ({ until, range }: GroupQuestion, days: DayRange): string | null =>
  days.to === range.to ? until : null

/** One statement over days that are not cut; remembered, unless they end at a time of day. */
export function askOnce(asking: Asking, days: DayRange): Promise<readonly SqlRow[]> {
  const { context, plan, group, whole, parts } = asking
  const until = untilOf(asking, days)
  const sql = compileGroup(plan, group, { whole, untilClock: until !== null })
  const params = asking.paramsOf(days, until)
  const ask = () => askStore(context, sql, params)
  if (until !== null) return ask()
  return rememberedRows(context, { key: keyOf(sql, params), stand: standOf(days, parts), parts }, ask)
}
