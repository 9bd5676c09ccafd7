import type { BusinessDay } from '@zhanggui/kernel'

/** Where an entry of a calendar file comes from; only `shop` entries are the shop's own to import again. */
export const ENTRY_SOURCES = ['shop', 'platform', 'holiday', 'plan', 'task'] as const
export type EntrySource = (typeof ENTRY_SOURCES)[number]

/** An all-day entry: half-open days. `uid` stays the same for the same thing, so that a calendar updates and never doubles. */
export type CalendarEntry = {
  uid: string
  summary: string
  description: string
  from: BusinessDay
  to: BusinessDay
  categories: readonly string[]
  source: EntrySource
  /** Facts of ours that other calendars carry along unread: main day, burst, recurrence. */
  facts: Readonly<Record<string, string>>
}
