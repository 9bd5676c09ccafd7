import { hoursMs } from '../life/life-policy.ts'
import type { Parcel } from '../life/order-life.ts'

export type LatePolicy = {
  /** Usual time from dispatch to the buyer, where nothing better is known. */
  transitHours: number
  /** A carrier that says nothing for so long has lost sight of a parcel. */
  silentHours: number
}

/** Three days is what most provinces take; carriers scan at least once a day. */
export const DEFAULT_LATE_POLICY: LatePolicy = { transitHours: 72, silentHours: 24 }

export const LATE_REASONS = ['not_sent', 'silent', 'slow', 'overdue', 'lost'] as const
export type LateReason = (typeof LATE_REASONS)[number]

/**
 * Whether a parcel will break its promise, told while something can still be done about it: not sent although the road is longer than
 * the time that is left (`not_sent`); no scan for too long (`silent`); sent so late that the usual time ends after the promise (`slow`).
 * `overdue`: the promise has passed. `null`: in time, arrived, or nothing is promised.
 */
export function lateReason(
  { state, promisedAt, sentAt, scannedAt }: Pick<Parcel, 'state' | 'promisedAt' | 'sentAt' | 'scannedAt'>,
  now: number,
  { transitHours, silentHours }: LatePolicy = DEFAULT_LATE_POLICY,
): LateReason | null {
  if (state === 'lost') return 'lost'
  if (promisedAt === 0 || (state !== 'planned' && state !== 'sent')) return null
  if (now > promisedAt) return 'overdue'
  if (state === 'planned') return now + hoursMs(transitHours) > promisedAt ? 'not_sent' : null
  if (now - scannedAt > hoursMs(silentHours)) return 'silent'
  return sentAt + hoursMs(transitHours) > promisedAt ? 'slow' : null
}
