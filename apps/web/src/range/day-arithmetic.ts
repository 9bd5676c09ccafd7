const DAY_MS = 86_400_000

const toUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Shape: `YYYY-MM-DD`. @example addDays('2026-02-28', 1) // '2026-03-01' */
export const addDays = (day: string, days: number): string => toDay(toUtc(day) + days * DAY_MS)

export const daysBetween = (from: string, to: string): number => Math.round((toUtc(to) - toUtc(from)) / DAY_MS)

export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text)) && toDay(toUtc(text)) === text

export const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`
export const startOfYear = (day: string): string => `${day.slice(0, 4)}-01-01`

/** Same date `months` earlier; the 31st becomes the last day of a shorter month. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(toUtc(day))
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), lastDay))
  return toDay(first.getTime())
}
