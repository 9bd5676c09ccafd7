import { assert } from '@zhanggui/kernel'

export const MINUTES_OF_DAY = 1440

/** What a day had brought at the end of each of its minutes; 1,440 values that never fall. */
export type DayCourse = { cumulative: readonly number[]; total: number }

/**
 * The course of a day from what each minute brought. Negative minutes (corrections) count as nothing, so that a course never
 * falls. Errors: throws unless there are 1,440 minutes.
 */
export function dayCourse(minutes: readonly number[]): DayCourse {
  assert(minutes.length === MINUTES_OF_DAY, 'a day has 1440 minutes')
  let sum = 0
  const cumulative = minutes.map((value) => {
    sum += Math.max(0, value)
    return sum
  })
  return { cumulative, total: sum }
}

/** What a course had brought when `minute` minutes of the day were over. */
export const soFarAt = ({ cumulative }: DayCourse, minute: number): number =>
  minute <= 0 ? 0 : (cumulative[Math.min(minute, MINUTES_OF_DAY) - 1] ?? 0)
