import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Source } from './measure.ts'

/** The first and last business day with data (both included), and the latest instant, where the table has instants. */
export type Coverage = { first: BusinessDay; last: BusinessDay; latestAt: string | null }

export type CoverageRow = { seen: number; first_day: string; last_day: string; latest_at: string }

/** The earliest day of no rows at all. */
const NOTHING = '1970-01-01'

/** The days of a stretch, bound as `from` and `to`; sources that can be looked at so name the place `$days`. */
const STRETCH = ' AND day >= {from:Date} AND day < {to:Date}'

/** True where the look can be limited to a stretch of days, and looks put together by `joinCoverages`. */
export const hasStretches = ({ coverage }: Source): boolean => coverage.table.includes('$days')

/** One row that says whether the shop has data in this source, and from when to when; with `stretch` within its days. */
export function coverageSql(source: Source, { stretch }: { stretch: boolean } = { stretch: false }): string {
  const { table, from, to, seen, latestAt } = source.coverage
  const text = [
    'SELECT',
    `  countIf(${seen}) AS seen,`,
    `  toString(${from}) AS first_day,`,
    `  toString(${to}) AS last_day,`,
    `  ${latestAt ? `toString(${latestAt})` : "''"} AS latest_at`,
    `FROM ${table} AS f`,
    ...(table.startsWith('(') ? [] : ['WHERE f.store = {store:String}']),
  ].join('\n')
  return text.replaceAll('$days', stretch ? STRETCH : '')
}

const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

/** The looks at stretches of days, put together. A stretch without data says nothing. */
export function joinCoverages(rows: readonly CoverageRow[]): CoverageRow | undefined {
  const [first, ...others] = rows.filter((row) => row.first_day !== NOTHING)
  if (!first) return rows[0]
  return others.reduce(
    (all, row) => ({
      seen: all.seen + row.seen,
      first_day: inOrder(all.first_day, row.first_day)[0],
      last_day: inOrder(all.last_day, row.last_day)[1],
      latest_at: inOrder(all.latest_at, row.latest_at)[1],
    }),
    first,
  )
}

/** Null when the shop has no such data. */
export function readCoverage(row: CoverageRow | undefined): Coverage | null {
  if (!row || row.seen === 0) return null
  const latestAt = row.latest_at === '' ? null : `${row.latest_at.replace(' ', 'T')}Z`
  return { first: parseDay(row.first_day), last: parseDay(row.last_day), latestAt }
}
