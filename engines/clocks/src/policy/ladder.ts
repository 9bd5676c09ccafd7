import type { ServiceHours } from '../hours/service-hours.ts'
import type { ClockPolicy } from './clock-policy.ts'

/** A policy before it is put to work in a shop: its hours are named, not spelt out. */
export type Ladder = Omit<ClockPolicy, 'hours'> & {
  /** Name of the shop's service hours; null round the clock. */
  hours: string | null
  /** Where its figures come from. */
  source: string
}

/** The policy a clock is started with: the ladder with the hours as they are now. */
export function policyOf({ source: _, ...ladder }: Ladder, hours: ServiceHours | null): ClockPolicy {
  return { ...ladder, hours }
}
