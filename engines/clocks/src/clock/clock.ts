import type { ClockPolicy, PauseReason } from '../policy/clock-policy.ts'

/** What happened to a clock, at an instant in UTC milliseconds. Events are only ever added; their instants decide their order. */
export type ClockEvent =
  | { kind: 'pause'; at: number; reason: PauseReason }
  | { kind: 'resume'; at: number; reason: PauseReason }
  /** A step was done: the answer was given, the plan was filed. */
  | { kind: 'done'; at: number; step: string }
  /** A step that is called for begins a new round, unless one is running: the first message that waits counts. */
  | { kind: 'call'; at: number; step: string }
  /** The matter is settled (`resolved`), or was no matter after all, as a merged ticket (`cancelled`). */
  | { kind: 'stop'; at: number; outcome: 'resolved' | 'cancelled' }
  | { kind: 'reopen'; at: number }
  /** Another target, other hours, from this instant on; what has passed stays as it was counted. */
  | { kind: 'policy'; at: number; policy: ClockPolicy }

/** A policy running on a subject: everything else about it is worked out from this. */
export type Clock = {
  policy: ClockPolicy
  startedAt: number
  events: readonly ClockEvent[]
}

export type ClockError =
  | { code: 'before_start' }
  | { code: 'in_future' }
  | { code: 'reason_pauses_nothing'; reason: PauseReason }
  | { code: 'already_paused'; reason: PauseReason }
  | { code: 'not_paused'; reason: PauseReason }
  | { code: 'unknown_step'; step: string }
  | { code: 'step_not_running'; step: string }
  | { code: 'step_not_callable'; step: string }
  | { code: 'stopped' }
  | { code: 'not_stopped' }
