import { assert } from '@zhanggui/kernel'

/**
 * Hours a person works in an ordinary week. Source: 国务院关于职工工作时间的规定, art. 3 (8 a day, 40 a week); overtime is for
 * peaks and is not planned in.
 */
const PERSON_HOURS_WEEK = 40

/**
 * People whom a seat that is held for so many hours a week takes, without overtime (P4.14).
 * @example headsNeeded({ hoursWeek: 168, seats: 1 }) // 5: round the clock
 */
export function headsNeeded({ hoursWeek, seats }: { hoursWeek: number; seats: number }): number {
  assert(hoursWeek >= 0 && Number.isInteger(seats) && seats >= 0, 'hours of a week, whole seats')
  return Math.ceil((hoursWeek * seats) / PERSON_HOURS_WEEK)
}
