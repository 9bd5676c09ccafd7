import type { DayRange } from '@zhanggui/calendar'
import type { Filter, QueryResult, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { questionDays } from '../question-days.ts'
import { runRows } from '../run-rows.ts'
import { type HistoryGrain, wholePeriods } from './whole-periods.ts'

/** Figures of consecutive whole periods, from `from` on; `null` where nothing is known. */
export type History = { label: string | null; group: string | null; rest: boolean; values: (number | null)[] }

export type Histories = { from: BusinessDay; to: BusinessDay; periods: string[]; whole: History; groups: History[] }

export type HistoryQuestion = {
  metric: string
  grain: HistoryGrain
  by?: string | undefined
  /** Groups of their own; what is left is one more, where the metric adds up. */
  groups: number
  additive: boolean
  filters: readonly Filter[]
  asOf?: string | undefined
}

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/** The days that count as history: what the shop's data covers, without today, which is not over, and not beyond `asOf`. */
export async function coveredDays(
  context: Context,
  store: Store,
  asked: Pick<HistoryQuestion, 'metric' | 'filters' | 'asOf'>,
): Promise<DayRange | null> {
  const range = await questionDays(context, store, { metrics: [asked.metric], filters: [...asked.filters] })
  if (!range) return null
  const today = businessDayOf(context.clock.now(), store.timezone)
  const ends = [range.to, today, ...(asked.asOf ? [asked.asOf] : [])].sort()
  const to = parseDay(ends[0] ?? range.to)
  return range.from < to ? { from: parseDay(range.from), to } : null
}

/** The dimension's largest values by their sum over the history. */
function largestGroups(rows: QueryResult['rows'], { by, metric }: { by: string; metric: string }): string[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const group = String(row[by] ?? '')
    sums.set(group, (sums.get(group) ?? 0) + Math.abs(numberOf(row[metric]) ?? 0))
  }
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([group]) => group)
}

const restOf = (whole: readonly (number | null)[], groups: readonly History[]): (number | null)[] =>
  whole.map((value, i) => (value === null ? null : groups.reduce((left, g) => left - (g.values[i] ?? 0), value)))

/**
 * The shop's history of a metric in whole periods, and with `by` of each of its largest values.
 * Errors: as `runQuery`. Shape: null when the data holds no whole period.
 */
export async function readHistories(context: Context, store: Store, asked: HistoryQuestion): Promise<Histories | null> {
  const covered = await coveredDays(context, store, asked)
  const range = covered && wholePeriods(asked.grain, covered)
  if (!range) return null
  const question = { metrics: [asked.metric], filters: [...asked.filters], ...range }
  const total = await runRows(context, store, { ...question, by: [asked.grain], fillGaps: true })
  const periods = total.rows.map((row) => String(row[asked.grain]))
  const values = total.rows.map((row) => numberOf(row[asked.metric]))
  const whole: History = { label: null, group: null, rest: false, values }
  const groups = asked.by ? await readGroups() : []
  return { from: range.from, to: range.to, periods, whole, groups }

  async function readGroups(): Promise<History[]> {
    const by = asked.by ?? ''
    const split = await runRows(context, store, { ...question, by: [asked.grain, by] })
    const index = new Map(periods.map((period, i) => [period, i]))
    const chosen = largestGroups(split.rows, { by, metric: asked.metric }).slice(0, asked.groups)
    // Where something was sold at all, a group without a row sold nothing; a ratio of nothing is unknown.
    const empty = values.map((value) => (asked.additive && value !== null ? 0 : null))
    const found = new Map(chosen.map((group) => [group, [...empty] as (number | null)[]]))
    for (const row of split.rows) {
      const at = index.get(String(row[asked.grain]))
      const series = found.get(String(row[by] ?? ''))
      if (series && at !== undefined) series[at] = numberOf(row[asked.metric])
    }
    const own = [...found].map(([group, series]): History => {
      return { label: split.labels?.[by]?.[group] ?? null, group, rest: false, values: series }
    })
    if (!asked.additive) return own
    const left = restOf(values, own)
    return left.some((value) => value) ? [...own, { label: null, group: null, rest: true, values: left }] : own
  }
}

/** The day after the last of `count` periods from `from` on. */
export function dayAfter(grain: HistoryGrain, from: BusinessDay, count: number): BusinessDay {
  if (grain !== 'month') return addDays(from, grain === 'week' ? count * 7 : count)
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count
  return parseDay(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`)
}
