import type { DayRange } from '@zhanggui/calendar'
import { compileGroup, periodsBetween, type SqlRow, standsAlone, type TimeGrain, togetherBy } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { addRows } from './add-rows.ts'
import { type Asking, askOnce, askStore, dimensionsOf, type GroupQuestion, untilOf } from './ask-once.ts'
import { countTogether } from './count-together.ts'
import { cutRange, daysWithin, lastDayOf } from './cut-range.ts'
import { type EventPart, readEventParts } from './event-parts.ts'
import { rowsAround } from './stand.ts'

/** Below this many events of the range's months one statement answers sooner than several. */
export const LARGE_ROWS = 1_000_000

const isFinest = (grain: TimeGrain): boolean => grain === 'day' || grain === 'hour' || grain === 'minute'

/** The stretches of some days of a question; the last holds what still changes, if these days do. */
function stretchesOf(asking: Asking, days: DayRange): DayRange[] {
  return cutRange(days, [asking.newestDay, untilOf(asking, days) === null ? null : lastDayOf(days)])
}

/** Days before the newest one are over, unless they end at a time of day. */
const isOver = (asking: Asking, days: DayRange): boolean =>
  untilOf(asking, days) === null && asking.newestDay !== null && days.to <= asking.newestDay

/**
 * The cells of days that belong together, put together from the stretches of these days. A month that is asked by itself is
 * kept too when the whole range will ask for it again.
 */
async function askTogether(asking: Asking, days: DayRange): Promise<readonly SqlRow[]> {
  const { plan, group } = asking
  const dimensions = dimensionsOf(asking)
  const stretches = stretchesOf(asking, days)
  if (togetherBy(plan, group, dimensions) === 'added') {
    const rows = await Promise.all(stretches.map((stretch) => askOnce(asking, stretch)))
    return addRows(rows.flat(), dimensions.length)
  }
  const isPart = days.from !== asking.range.from || days.to !== asking.range.to
  if (isPart && dimensions.length === 0 && isOver(asking, days))
    return countTogether(asking, days, { past: stretches, fresh: null })
  const [fresh = days] = stretches.slice(-1)
  return stretches.length === 1
    ? askOnce(asking, days)
    : countTogether(asking, days, { past: stretches.slice(0, -1), fresh })
}

/** Each period of a coarse grain by itself, so that those that are over are remembered. */
async function askByPeriod(asking: Asking, grain: TimeGrain): Promise<SqlRow[]> {
  const { range } = asking
  const answers = periodsBetween(grain, range).map(async (period) => {
    const rows = await askTogether(asking, daysWithin(period, range))
    return rows.filter((row) => row.cell_rows !== 0).map((row) => ({ period: period.from, ...row }))
  })
  return (await Promise.all(answers)).flat()
}

async function askStretches(asking: Asking): Promise<readonly SqlRow[]> {
  const { plan, group, range, whole } = asking
  const { grain } = plan
  const dimensions = dimensionsOf(asking)
  if (togetherBy(plan, group, dimensions) === null) return askOnce(asking, range)
  if (grain !== null && !whole && isFinest(grain))
    return (await Promise.all(stretchesOf(asking, range).map((stretch) => askOnce(asking, stretch)))).flat()
  const cells = { ...asking, plan: { ...plan, grain: null, dimensions }, whole: false }
  return grain === null || whole ? askTogether(cells, range) : askByPeriod(cells, grain)
}

const readsEventsOnly = ({ plan, group }: Pick<GroupQuestion, 'plan' | 'group'>): boolean =>
  group.source.tables.every((table) => table === 'events') && standsAlone(plan, group)

/** The events that a group is asked of, where they are so many that the past is remembered; else null. */
export async function readLargeParts(
  context: Context,
  question: Pick<GroupQuestion, 'plan' | 'group' | 'range'>,
  { largeRows }: { largeRows: number },
): Promise<readonly EventPart[] | null> {
  const parts = readsEventsOnly(question) ? await readEventParts(context) : null
  return parts && rowsAround(question.range, parts) >= largeRows ? parts : null
}

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
  const parts = await readLargeParts(context, question, { largeRows })
  if (parts) return askStretches({ ...question, context, parts })
  const sql = compileGroup(plan, group, { whole, untilClock: until !== null })
  return askStore(context, sql, question.paramsOf(range, until))
}
