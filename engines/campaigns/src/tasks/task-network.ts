import {
  countWorkdays,
  criticalPath,
  type HolidayOverrides,
  type NetworkError,
  type NetworkPlace,
} from '@zhanggui/calendar'
import { addDays, type Result } from '@zhanggui/kernel'
import type { CampaignTask, WithId } from './campaign-task.ts'

/** Worked days of a task: of its own days where it has both, else as it says. */
const workdaysOf = ({ startDay, dueDay, workdays }: CampaignTask, overrides?: HolidayOverrides): number =>
  startDay ? countWorkdays(startDay, addDays(dueDay, 1), overrides) : workdays

/**
 * Critical path and slack of the work of a campaign, in worked days.
 * Errors: a task that waits for one that is not there, tasks that wait for each other in a circle.
 */
export const taskNetwork = (
  tasks: readonly WithId<CampaignTask>[],
  overrides?: HolidayOverrides,
): Result<{ workdays: number; tasks: NetworkPlace[] }, NetworkError> =>
  criticalPath(tasks.map(({ id, body }) => ({ id, workdays: workdaysOf(body, overrides), dependsOn: body.dependsOn })))
