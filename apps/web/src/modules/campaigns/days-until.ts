import { daysBetween } from '../../range/day-arithmetic.ts'

/** Days from today to an instant's day on the shop's calendar; far away where there is none, so that it sorts last. */
export const daysUntil = (instant: string | null, today: string, timeZone = 'Asia/Shanghai'): number =>
  instant === null ? Number.MAX_SAFE_INTEGER : daysBetween(today, dayIn(instant, timeZone))

/** The business day of an instant. */
export const dayIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
