import { type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { HolidayOverrides } from '../statutory-day.ts'
import { countWorkdays } from '../workdays.ts'

type Dated = { id: string; startDay: BusinessDay | null; dueDay: BusinessDay | null; done?: boolean }

/**
 * `overdue`: the due day has passed. `tight`: the work should have begun, and `workdaysLeft` worked days remain (today
 * among them) of the `workdaysNeeded`.
 */
export type LateLead<T> = { task: T; workdaysLeft: number; workdaysNeeded: number } & (
  | { level: 'overdue'; daysLate: number }
  | { level: 'tight'; daysLate: 0 }
)

/** What is already too late, or about to be, on a given day; done work and work without days are left out. */
export function lateLeads<T extends Dated>(
  tasks: readonly T[],
  today: BusinessDay,
  overrides?: HolidayOverrides,
): LateLead<T>[] {
  return tasks.flatMap((task): LateLead<T>[] => {
    const { startDay, dueDay } = task
    if (task.done || !dueDay) return []
    const end = (day: BusinessDay): number => countWorkdays(day, dueDay, overrides) + 1
    const workdaysNeeded = end(startDay ?? dueDay)
    if (dueDay < today)
      return [{ task, level: 'overdue', daysLate: daysBetween(dueDay, today), workdaysLeft: 0, workdaysNeeded }]
    if (!startDay || startDay >= today) return []
    const workdaysLeft = end(today)
    return workdaysLeft < workdaysNeeded ? [{ task, level: 'tight', daysLate: 0, workdaysLeft, workdaysNeeded }] : []
  })
}
