import { assert } from './assert.ts'
import type { Brand } from './brand.ts'

/** A calendar day of the shop, `YYYY-MM-DD`, in the shop's time zone (Asia/Shanghai unless the shop says otherwise). */
export type BusinessDay = Brand<string, 'BusinessDay'>

const DAY_MS = 86_400_000
const toUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** True for an existing Gregorian day written `YYYY-MM-DD`; `2025-02-30` is not one. */
export function isBusinessDay(text: string): text is BusinessDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = toUtc(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Errors: throws on anything that is not an existing day written `YYYY-MM-DD`. */
export function parseDay(text: string): BusinessDay {
  assert(isBusinessDay(text), `a business day is an existing YYYY-MM-DD, got "${text}"`)
  return text
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/**
 * The business day an instant falls on.
 * @example businessDayOf(new Date('2026-11-10T16:30:00Z')) // '2026-11-11'
 */
export function businessDayOf(instant: Date, timeZone = 'Asia/Shanghai'): BusinessDay {
  return parseDay(formatterFor(timeZone).format(instant))
}

/** @example addDays(parseDay('2026-02-28'), 1) // '2026-03-01' */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  return parseDay(new Date(toUtc(day) + days * DAY_MS).toISOString().slice(0, 10))
}

/** Whole days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: BusinessDay, end: BusinessDay): number {
  return Math.round((toUtc(end) - toUtc(start)) / DAY_MS)
}
