import type { QueryResult } from '@zhanggui/contract'
import { addDays } from '../../range/day-arithmetic.ts'

/** Days in a row that belong to one occasion; both ends count. */
export type CampaignSpan = { occasion: string; first: string; last: string }

/** Shape: rows by `day` and `occasion`; an empty occasion is an ordinary day. */
export function campaignSpans(rows: QueryResult['rows']): CampaignSpan[] {
  const spans: CampaignSpan[] = []
  const days = rows
    .map((row) => ({ day: String(row.day ?? ''), occasion: String(row.occasion ?? '') }))
    .filter(({ day, occasion }) => day !== '' && occasion !== '')
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  for (const { day, occasion } of days) {
    const open = spans.at(-1)
    if (open && open.occasion === occasion && addDays(open.last, 1) >= day) open.last = day
    else spans.push({ occasion, first: day, last: day })
  }
  return spans
}
