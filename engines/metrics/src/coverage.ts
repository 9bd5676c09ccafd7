import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Source } from './measure.ts'

/** The first and last business day with data (both included), and the latest instant, where the table has instants. */
export type Coverage = { first: BusinessDay; last: BusinessDay; latestAt: string | null }

export type CoverageRow = { seen: number; first_day: string; last_day: string; latest_at: string }

/** One row that says whether the shop has data in this source, and from when to when. */
export function coverageSql(source: Source): string {
  const { table, from, to, seen, latestAt } = source.coverage
  return [
    'SELECT',
    `  countIf(${seen}) AS seen,`,
    `  toString(${from}) AS first_day,`,
    `  toString(${to}) AS last_day,`,
    `  ${latestAt ? `toString(${latestAt})` : "''"} AS latest_at`,
    `FROM ${table} AS f`,
    ...(table.startsWith('(') ? [] : ['WHERE f.store = {store:String}']),
  ].join('\n')
}

/** Null when the shop has no such data. */
export function readCoverage(row: CoverageRow | undefined): Coverage | null {
  if (!row || row.seen === 0) return null
  const latestAt = row.latest_at === '' ? null : `${row.latest_at.replace(' ', 'T')}Z`
  return { first: parseDay(row.first_day), last: parseDay(row.last_day), latestAt }
}
