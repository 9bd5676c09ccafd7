import { addWorkingMs, workingMs } from '../hours/working-time.ts'
import type { ClockPolicy, ClockStep } from '../policy/clock-policy.ts'

/** A stretch in which a step counted, under one policy; `to` null while it still does. */
export type Segment = { from: number; to: number | null; policy: ClockPolicy }

/** One run of a step from its beginning to its end; a step that is called for several times has several. */
export type Round = {
  step: string
  startedAt: number
  segments: Segment[]
  /** `dropped`: a new policy has no such step any more. */
  end: { at: number; as: 'done' | 'resolved' | 'cancelled' | 'dropped' } | null
}

const stepIn = (policy: ClockPolicy, id: string): ClockStep | null => policy.steps.find((s) => s.id === id) ?? null

/** The step as the policy in force at the end of the round (or now) has it. */
export const stepOf = ({ step, segments }: Round, policy: ClockPolicy): ClockStep | null =>
  stepIn(policy, step) ?? stepIn(segments.at(-1)?.policy ?? policy, step)

/** Working time of a round up to an instant. Shape: milliseconds, pauses and closed hours left out. */
export function elapsedMs({ segments }: Round, now: number): number {
  let sum = 0
  for (const { from, to, policy } of segments)
    sum += workingMs(policy.hours, { from, to: Math.min(to ?? now, Math.max(now, from)) })
  return sum
}

/**
 * When the stretches of a round use up an amount of working time: in the past if it did so, in the future if it will when nothing happens
 * any more, null when the last stretch has ended before that. `amountOf` says the amount under each policy. An amount that a
 * new policy has made smaller than what has passed is used up at the change.
 */
export function reachedAt(
  segments: readonly Segment[],
  amountOf: (policy: ClockPolicy) => number | null,
): number | null {
  let elapsed = 0
  for (const { from, to, policy } of segments) {
    const amount = amountOf(policy)
    if (amount !== null) {
      const at = elapsed >= amount ? from : addWorkingMs(policy.hours, { from, ms: amount - elapsed })
      // Used up at the very instant of the pause or the answer is in time.
      if (to === null || (at !== null && at < to)) return at
    }
    if (to !== null) elapsed += workingMs(policy.hours, { from, to })
  }
  return null
}
