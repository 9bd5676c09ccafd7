/** Who is asked first, who next, who decides. */
export const DUTY_LEVELS = ['first', 'second', 'lead'] as const
export type DutyLevel = (typeof DUTY_LEVELS)[number]

/** One person on duty. Shape: UTC milliseconds, half-open. */
export type DutyShift = {
  person: string
  level: DutyLevel
  from: number
  to: number
  /** At home and reachable: covers its level, but is no working time. */
  standby: boolean
}
