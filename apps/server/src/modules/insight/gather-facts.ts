import type { DayRange } from '@zhanggui/calendar'
import { parseDay } from '@zhanggui/kernel'
import {
  type Coverage,
  MAX_CELLS,
  type QueryGroup,
  type QueryPlan,
  queryCalendar,
  queryParams,
  type RangeFacts,
  type ShopChannel,
  type SqlRow,
} from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { InsightFailure } from './insight-failure.ts'
import { coveredRange } from './read-coverage.ts'
import { askGroup } from './remembered/ask-group.ts'

/** What a plan is asked of: the shop, its clock and its own channel names. */
export type Subject = { store: string; zone: string; channels: readonly ShopChannel[] }

function tooManyRows(): InsightFailure {
  return new InsightFailure({
    code: 'too_many_rows',
    message: `结果超过 ${MAX_CELLS} 行；请缩短日期、加筛选或减少维度。`,
    messageEn: `More than ${MAX_CELLS} rows; shorten the range, filter, or use fewer dimensions.`,
    facts: { limit: MAX_CELLS },
  })
}

/** The last day with orders, by which it is told whether a buyer's window is over. */
export const dataEndOf = (coverage: ReadonlyMap<string, Coverage | null>, range: DayRange): string =>
  coveredRange([coverage.get('paidLines') ?? null])?.last ?? range.to

/** Which statements of a plan: those by place, those over the whole range, or both. */
export type Parts = 'rows' | 'totals' | 'all'

/**
 * Runs a plan's statements for one range; sources that the shop has no data in are not asked. With `until` the last day
 * ends at that time of day. Without a cut rows and totals are the same.
 */
export async function gatherFacts(
  context: Context,
  subject: Subject,
  question: {
    plan: QueryPlan
    range: DayRange
    coverage: Map<string, Coverage | null>
    until?: string | null
    parts?: Parts
  },
): Promise<RangeFacts> {
  const { plan, range, coverage, until = null, parts = 'all' } = question
  const calendar = queryCalendar(range, plan.occasions)
  const dataEnd = dataEndOf(coverage, range)
  const paramsOf = (days: DayRange, ends: string | null) =>
    queryParams({ ...subject, plan, range: days, dataEnd, calendar, until: ends })
  const covered = coveredRange(plan.groups.map((g) => coverage.get(g.source.id) ?? null))
  const newestDay = covered ? parseDay(covered.last) : null
  const run = async (group: QueryGroup, whole: boolean): Promise<readonly [string, readonly SqlRow[]]> => {
    const rows = await askGroup(context, { plan, group, whole, range, until, newestDay, paramsOf })
    if (rows.length > MAX_CELLS) throw tooManyRows()
    return [group.source.id, rows]
  }
  const groups = plan.groups.filter((g) => coverage.get(g.source.id))
  const isCut = plan.by.length > 0
  const [rows, totals] = await Promise.all([
    parts === 'totals' && isCut ? [] : Promise.all(groups.map((g) => run(g, false))),
    parts === 'rows' || !isCut ? null : Promise.all(groups.map((g) => run(g, true))),
  ])
  return { range, calendar, coverage, rows: new Map(rows), totals: new Map(totals ?? rows) }
}
