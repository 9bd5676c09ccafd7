import { type BusinessDay, isPeriod, type Period, periodDays } from '@zhanggui/kernel'

/** Days of a period; `null` where the period does not exist, which is a finding of its own (`period-unknown`). */
export const daysOf = (period: Period | null): { from: BusinessDay; to: BusinessDay } | null =>
  period !== null && isPeriod(period) ? periodDays(period) : null
