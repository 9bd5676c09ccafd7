import { err, ok, type Result } from '@zhanggui/kernel'
import {
  DEFAULT_SERVICE_POLICY,
  type ServiceLevel,
  type ServicePolicy,
  type ServiceState,
} from '../load/service-level.ts'

/** Why a site that lives is left. A shop that is attacked at a site that is full leaves because of the attack: the first that is so counts. */
export const LEAVE_REASONS = ['attack', 'overload'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Why a shop stays where it is, in the order in which it is looked at. */
export type StayReason = 'not_full' | 'not_long' | 'rests' | 'no_room'

export type LeavePolicy = {
  /** A site has to be full for so long although everything but trade is left out, ms. */
  enduredMs: number
  /** A shop that left for one reason does not leave for the same again within so long, ms: it would go to and fro. */
  restMs: number
  /** A site has room that leaves nothing out and is at work for less than this share of its time. */
  busyBelow: number
  /** What a site said of itself longer ago than this, ms, says nothing. */
  freshMs: number
}

export const DEFAULT_LEAVE_POLICY: LeavePolicy = {
  enduredMs: 30_000,
  restMs: 600_000,
  busyBelow: 0.6,
  freshMs: 10_000,
}

/** What a site says of itself. `busy`: share of its time at work, 0 to 1. `ageMs`: how long ago it said so. */
export type SiteLoad = { level: ServiceLevel; busy: number; ageMs: number }

/** Everything but trade is left out, and the pressure has not been gone for as long as it takes to count: a moment is no calm. */
export const isFullSite = (
  { level, lowSince }: ServiceState,
  { now, policy = DEFAULT_SERVICE_POLICY }: { now: number; policy?: ServicePolicy },
): boolean => level === 3 && (lowSince === null || now - lowSince < policy.upMs)

/** Since when a site is full, one look later; null: it is not. */
export const fullSinceAt = (before: number | null, isFull: boolean, now: number): number | null =>
  isFull ? (before ?? now) : null

/** Could this site take in a shop that is too much for another? */
export type SiteRoom = 'has_room' | 'full' | 'silent'

/** Of a site that has said nothing lately, nobody knows: `silent`. */
export function roomOf(
  load: SiteLoad | undefined,
  { busyBelow, freshMs }: LeavePolicy = DEFAULT_LEAVE_POLICY,
): SiteRoom {
  if (!load || load.ageMs > freshMs) return 'silent'
  return load.level === 0 && load.busy < busyBelow ? 'has_room' : 'full'
}

/** The lead of one shop, at one look. */
export type LeaveLook = {
  /** How long this site has been full, ms; null: it is not. */
  fullMs: number | null
  isUnderAttack: boolean
  /** How long ago the shop left a site for a reason, ms, whichever site that was; nothing: it never did. */
  leftMsAgo: Partial<Record<LeaveReason, number>>
  /** The site in step; `undefined`: there is none, or it has said nothing. */
  other: SiteLoad | undefined
}

/**
 * Should the lead of a shop go to the site in step, and why.
 * Errors: why it stays, as a value.
 * @example decideLeave({ fullMs: 30_000, isUnderAttack: false, leftMsAgo: {}, other: { level: 0, busy: 0.1, ageMs: 900 } }) // overload
 */
export function decideLeave(
  { fullMs, isUnderAttack, leftMsAgo, other }: LeaveLook,
  policy: LeavePolicy = DEFAULT_LEAVE_POLICY,
): Result<LeaveReason, StayReason> {
  if (fullMs === null) return err('not_full')
  if (fullMs < policy.enduredMs) return err('not_long')
  const why = isUnderAttack ? 'attack' : 'overload'
  const ago = leftMsAgo[why]
  if (ago !== undefined && ago < policy.restMs) return err('rests')
  return roomOf(other, policy) === 'has_room' ? ok(why) : err('no_room')
}
