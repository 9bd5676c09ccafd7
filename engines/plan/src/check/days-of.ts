import { type BusinessDay, isPeriod, type Period, periodDays } from '@zhanggui/kernel'

/** Day after the last day of the year 9999 cannot be written; no plan goes that far. */
const LAST_YEAR = 9998

/** True for an existing period that has days to reckon with; what is none is a finding of its own (`period-unknown`). */
export const hasDays = (period: string): period is Period => isPeriod(period) && Number(period.slice(0, 4)) <= LAST_YEAR

/** Days of a period, half-open; `null` where it does not exist. */
export const daysOf = (period: Period | null): { from: BusinessDay; to: BusinessDay } | null =>
  period !== null && hasDays(period) ? periodDays(period) : null
