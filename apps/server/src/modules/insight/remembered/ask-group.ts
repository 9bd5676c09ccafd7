import type { DayRange } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'
import {
  compileCounted,
  compileGroup,
  compileKeys,
  type DimensionId,
  periodsBetween,
  type QueryGroup,
  type QueryPlan,
  type SqlRow,
  standsAlone,
  type TimeGrain,
  togetherBy,
} from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import type { SqlParams } from '../../../storage/facts/fact-store.ts'
import { addRows } from './add-rows.ts'
import { rememberedRows } from './answer-memory.ts'
import { cutRange, daysWithin, lastDayOf } from './cut-range.ts'
import { type EventPart, readEventParts } from './event-parts.ts'
import { withKeptKeys } from './kept-keys.ts'
import { rowsAround, standOf } from './stand.ts'

/** Below this many events of the range's months one statement answers sooner than several. */
export const LARGE_ROWS = 1_000_000

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

type Asking = GroupQuestion & { context: Context; parts: readonly EventPart[] }

// A key's versions never lie in different partitions (partition days are part of the key), so FINAL need not compare them.
const FINAL_SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1'

const ask = ({ facts }: Context, sql: string, params: SqlParams): Promise<SqlRow[]> =>
  facts.query<SqlRow>(`${sql}\n${FINAL_SETTINGS}`, params)

/** A statement with the values that it really takes: what else the calendar says of a range is no part of the question. */
function keyOf(sql: string, params: SqlParams): string {
  const used = Object.entries(params).filter(([name]) => sql.includes(`{${name}:`))
  return JSON.stringify([sql, used])
}

const isFinest = (grain: TimeGrain | null): boolean => grain === 'day' || grain === 'hour' || grain === 'minute'

const dimensionsOf = ({ plan, whole }: GroupQuestion): readonly DimensionId[] => (whole ? [] : plan.dimensions)

/** One statement over days that are not cut; remembered, unless they end at a time of day. */
function askOnce(asking: Asking, range: DayRange, { whole }: { whole: boolean }): Promise<readonly SqlRow[]> {
  const { context, plan, group, until, parts } = asking
  const ends = until !== null && range.to === asking.range.to
  const sql = compileGroup(plan, group, { whole, untilClock: ends })
  const params = asking.paramsOf(range, ends ? until : null)
  if (ends) return ask(context, sql, params)
  return rememberedRows(context, { key: keyOf(sql, params), stand: standOf(range, parts), parts }, () =>
    ask(context, sql, params),
  )
}

/** The cells of days that belong together, without periods: put together from the stretches of these days. */
function askTogether(asking: Asking, range: DayRange): Promise<readonly SqlRow[]> {
  const { context, plan, group, parts, until, newestDay } = asking
  const dimensions = dimensionsOf(asking)
  const ends = until !== null && range.to === asking.range.to
  const stretches = cutRange(range, [newestDay, ends ? lastDayOf(range) : null])
  const cells: QueryPlan = { ...plan, grain: null, dimensions }
  const together = stretches.length > 1 ? togetherBy(plan, group, dimensions) : null
  if (together === null) return askOnce({ ...asking, plan: cells }, range, { whole: false })
  if (together === 'added')
    return Promise.all(stretches.map((s) => askOnce({ ...asking, plan: cells }, s, { whole: false }))).then((rows) =>
      addRows(rows.flat(), dimensions.length),
    )
  const past = stretches.slice(0, -1)
  const [last = range] = stretches.slice(-1)
  const count = (): Promise<SqlRow[]> => {
    const keys = compileKeys(cells, group, { dimensions, untilClock: false })
    const kept = past.map((stretch) => {
      const params = asking.paramsOf(stretch, null)
      return { key: keyOf(keys, params), stand: standOf(stretch, parts), parts, sql: keys, params }
    })
    return withKeptKeys(context, kept, (tables) => {
      const rest = compileKeys(cells, group, { dimensions, untilClock: ends })
      const sql = compileCounted(group, { dimensions, stretches: [...tables.map((t) => `SELECT * FROM ${t}`), rest] })
      return ask(context, sql, asking.paramsOf(last, ends ? until : null))
    })
  }
  if (ends) return count()
  const key = JSON.stringify([
    'together',
    keyOf(compileGroup(cells, group, { whole: false }), asking.paramsOf(range, null)),
  ])
  return rememberedRows(context, { key, stand: standOf(range, parts), parts }, count)
}

/** Each period of a coarse grain by itself, so that those that are over are remembered. */
async function askByPeriod(asking: Asking, grain: TimeGrain): Promise<SqlRow[]> {
  const { range } = asking
  const periods = periodsBetween(grain, range)
  const answers = periods.map(async (period) => {
    const rows = await askTogether(asking, daysWithin(period, range))
    return rows.filter((row) => row.cell_rows !== 0).map((row) => ({ period: period.from, ...row }))
  })
  return (await Promise.all(answers)).flat()
}

async function askStretches(asking: Asking): Promise<readonly SqlRow[]> {
  const { plan, group, range, until, newestDay, whole } = asking
  if (togetherBy(plan, group, dimensionsOf(asking)) === null) return askOnce(asking, range, { whole })
  const { grain } = plan
  if (whole || grain === null) return askTogether(asking, range)
  if (!isFinest(grain)) return askByPeriod(asking, grain)
  const stretches = cutRange(range, [newestDay, until === null ? null : lastDayOf(range)])
  return (await Promise.all(stretches.map((stretch) => askOnce(asking, stretch, { whole })))).flat()
}

const readsEventsOnly = ({ plan, group }: GroupQuestion): boolean =>
  group.source.tables.every((table) => table === 'events') && standsAlone(plan, group)

/**
 * Answers one group of measures. Over many events the days of the past are answered from what was remembered of them, as long
 * as their events are what they were, and only the rest is asked; the figures are those of one statement over the range.
 * `largeRows`: from how many events on.
 */
export async function askGroup(
  context: Context,
  question: GroupQuestion,
  { largeRows = LARGE_ROWS }: { largeRows?: number } = {},
): Promise<readonly SqlRow[]> {
  const { plan, group, whole, range, until } = question
  const parts = readsEventsOnly(question) ? await readEventParts(context) : null
  if (parts && rowsAround(range, parts) >= largeRows) return askStretches({ ...question, context, parts })
  const sql = compileGroup(plan, group, { whole, untilClock: until !== null })
  return ask(context, sql, question.paramsOf(range, until))
}
