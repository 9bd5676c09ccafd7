import { addDays, type BusinessDay, ok, type Result } from '@zhanggui/kernel'
import type { HolidayOverrides } from '../statutory-day.ts'
import { workdaysBefore } from '../workdays.ts'
import { criticalPath, type NetworkError, type NetworkPlace, type NetworkTask } from './critical-path.ts'

/** A place in the network with the latest days that still meet the deadline; both days are worked days. */
export type ScheduledTask = NetworkPlace & { startDay: BusinessDay; dueDay: BusinessDay }

/**
 * A network hung up on a deadline: every task as late as its successors allow, on worked days only.
 * `deadline` is the last day of the last task. A milestone stands on the day that it must be reached.
 * Errors: as `criticalPath`.
 */
export function scheduleBack(
  tasks: readonly NetworkTask[],
  { deadline, overrides }: { deadline: BusinessDay; overrides?: HolidayOverrides },
): Result<ScheduledTask[], NetworkError> {
  const network = criticalPath(tasks)
  if (!network.ok) return network
  const { workdays } = network.value
  // Day n of the network is the worked day that lies (workdays − 1 − n) worked days before the deadline.
  const dayOf = (n: number): BusinessDay =>
    n < workdays ? workdaysBefore(deadline, workdays - 1 - n, overrides) : addDays(deadline, 0)
  return ok(
    network.value.tasks.map((place) => ({
      ...place,
      startDay: dayOf(Math.min(place.latestStart, Math.max(place.latestFinish - 1, 0))),
      dueDay: dayOf(Math.max(place.latestFinish - 1, 0)),
    })),
  )
}
