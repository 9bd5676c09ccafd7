import type { DayRange } from '@zhanggui/calendar'
import { addDays, isBusinessDay, parseDay } from '@zhanggui/kernel'
import type { Coverage } from '@zhanggui/metrics'
import { InsightFailure } from './insight-failure.ts'
import { coveredRange } from './read-coverage.ts'

const failure = (from: string, to: string): InsightFailure =>
  new InsightFailure({
    code: 'empty_range',
    message: `日期范围不对：从 ${from} 到 ${to}（不含当天）。请让开始早于结束，并写成存在的 YYYY-MM-DD。`,
    messageEn: `Not a range of days: from ${from} until before ${to}. Start before the end, with existing days as YYYY-MM-DD.`,
    facts: { from, to },
  })

/**
 * The days a question is about: as asked, or where it leaves an end open, as far as the shop's data goes.
 * Shape: half-open; null when an end is open and there is no data. Errors: throws `empty_range`.
 */
export function resolveRange(
  asked: { from?: string | undefined; to?: string | undefined },
  coverages: Iterable<Coverage | null>,
): DayRange | null {
  const span = coveredRange(coverages)
  for (const day of [asked.from, asked.to])
    if (day !== undefined && !isBusinessDay(day)) throw failure(asked.from ?? '…', asked.to ?? '…')
  const from = asked.from ?? span?.first
  const to = asked.to ?? (span ? addDays(parseDay(span.last), 1) : undefined)
  if (from === undefined || to === undefined) return null
  if (from >= to) {
    // An open end that the data does not reach is no mistake of the asker: there is simply nothing.
    if (asked.from !== undefined && asked.to !== undefined) throw failure(from, to)
    return null
  }
  return { from: parseDay(from), to: parseDay(to) }
}
