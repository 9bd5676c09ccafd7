import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'

const MINUTE_MS = 60_000
export const DAY_MINUTES = 1440

/** The minute of an instant. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MINUTE_MS)
export const instantOfMinute = (minute: number): Date => new Date(minute * MINUTE_MS)

/** A business day on the scale of daily series: its midnight, read as UTC, so that a day is always 1440 minutes. */
export const minuteOfDay = (day: BusinessDay): number => minuteOf(new Date(`${day}T00:00:00Z`))
export const dayOfMinute = (minute: number): BusinessDay => parseDay(instantOfMinute(minute).toISOString().slice(0, 10))

/** The first day that is not over. */
export const todayOf = (now: Date, store: { timezone: string }): BusinessDay => businessDayOf(now, store.timezone)
export const daysBefore = (day: BusinessDay, minutes: number): BusinessDay =>
  addDays(day, -Math.ceil(minutes / DAY_MINUTES))
