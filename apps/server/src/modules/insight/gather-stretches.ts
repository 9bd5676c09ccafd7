import type { DayRange } from '@zhanggui/calendar'
import {
  type Coverage,
  compileStretches,
  hullOf,
  MAX_CELLS,
  type QueryGroup,
  type QueryPlan,
  queryCalendar,
  queryParams,
  type RangeFacts,
  type SqlRow,
  stretchParams,
} from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { dataEndOf, gatherFacts, type Subject } from './gather-facts.ts'
import { LARGE_ROWS, readLargeParts } from './remembered/ask-group.ts'
import { askStore } from './remembered/ask-once.ts'

type Asking = { plan: QueryPlan; stretches: readonly DayRange[]; coverage: Map<string, Coverage | null> }
type Rows = readonly SqlRow[]

/** One statement for all stretches. Null when they have more cells together than a statement may bring. */
async function askTogether(
  context: Context,
  subject: Subject,
  { plan, stretches, coverage, group }: Asking & { group: QueryGroup },
  cellsMax: number,
): Promise<Rows[] | null> {
  const range = hullOf(stretches)
  const calendar = queryCalendar(range, plan.occasions)
  const params = queryParams({ ...subject, plan, range, dataEnd: dataEndOf(coverage, range), calendar, until: null })
  const rows = await askStore(context, compileStretches(plan, group), { ...params, ...stretchParams(stretches) })
  if (rows.length > cellsMax) return null
  const byStretch = Map.groupBy(rows, (row) => row.stretch)
  return stretches.map((_, i) => byStretch.get(i + 1) ?? [])
}

/** Each stretch by itself: what is remembered of its past, or a statement of its own. */
async function askEach(
  context: Context,
  subject: Subject,
  { plan, stretches, coverage, group }: Asking & { group: QueryGroup },
): Promise<Rows[]> {
  const own = { ...plan, groups: [group] }
  const answers = stretches.map((range) => gatherFacts(context, subject, { plan: own, range, coverage, parts: 'rows' }))
  return (await Promise.all(answers)).map(({ rows }) => rows.get(group.source.id) ?? [])
}

/**
 * What `gatherFacts` brings for each of several stretches of days. Sources are read once for all of them, except many events,
 * whose past is remembered by month, and more cells than a statement may bring. `largeRows`: from how many events on.
 */
export async function gatherStretches(
  context: Context,
  subject: Subject,
  asking: Asking,
  { largeRows = LARGE_ROWS, cellsMax = MAX_CELLS }: { largeRows?: number; cellsMax?: number } = {},
): Promise<RangeFacts[]> {
  const { plan, stretches, coverage } = asking
  const groups = plan.groups.filter((group) => coverage.get(group.source.id))
  const answers = groups.map(async (group): Promise<[string, Rows[]]> => {
    const large = await readLargeParts(context, { plan, group, range: hullOf(stretches) }, { largeRows })
    const together = large ? null : await askTogether(context, subject, { ...asking, group }, cellsMax)
    return [group.source.id, together ?? (await askEach(context, subject, { ...asking, group }))]
  })
  const bySource = await Promise.all(answers)
  return stretches.map((range, i) => {
    const rows = new Map(bySource.map(([source, of]) => [source, of[i] ?? []]))
    return { range, calendar: queryCalendar(range, plan.occasions), coverage, rows, totals: rows }
  })
}
