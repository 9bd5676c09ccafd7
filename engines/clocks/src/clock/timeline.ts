import { err, ok, type Result } from '@zhanggui/kernel'
import type { ClockPolicy, ClockStep, PauseReason } from '../policy/clock-policy.ts'
import type { Clock, ClockError, ClockEvent } from './clock.ts'
import type { Round } from './round.ts'

/** Everything that happened to a clock, worked out step by step. */
export type Timeline = {
  policy: ClockPolicy
  rounds: readonly Round[]
  /** Reasons that stand open, with the instant of each; several may overlap, and the clock goes on after the last. */
  pausedFor: ReadonlyMap<PauseReason, number>
  stopped: { at: number; outcome: 'resolved' | 'cancelled' } | null
  /** Of the newest event, or of the start. */
  changedAt: number
}

type Draft = {
  policy: ClockPolicy
  rounds: Round[]
  pausedFor: Map<PauseReason, number>
  stopped: Timeline['stopped']
}

const isRunning = (round: Round): boolean => round.end === null
const runningOf = ({ rounds }: Draft, step: string) => rounds.find((r) => r.step === step && isRunning(r))
const wasDone = ({ rounds }: Draft, step: string) => rounds.some((r) => r.step === step && r.end?.as === 'done')
const stepOf = ({ policy }: Draft, id: string) => policy.steps.find((step) => step.id === id)

function begin(draft: Draft, step: ClockStep, at: number): void {
  if (!runningOf(draft, step.id)) draft.rounds.push({ step: step.id, startedAt: at, segments: [], end: null })
}

const isCounting = (draft: Draft, step: ClockStep): boolean =>
  draft.stopped === null && !step.pausedBy.some((reason) => draft.pausedFor.has(reason))

/** Ends the stretch of every round that counts. */
function cut(draft: Draft, at: number): void {
  for (const round of draft.rounds) {
    const last = round.segments.at(-1)
    if (last?.to === null) last.to = at
  }
}

/** Begins a stretch for every round that counts from now on. */
function goOn(draft: Draft, at: number): void {
  for (const round of draft.rounds.filter(isRunning)) {
    const step = stepOf(draft, round.step)
    if (step && isCounting(draft, step)) round.segments.push({ from: at, to: null, policy: draft.policy })
  }
}

function pause(draft: Draft, { at, reason }: Extract<ClockEvent, { kind: 'pause' }>): ClockError | null {
  if (draft.pausedFor.has(reason)) return { code: 'already_paused', reason }
  if (!draft.policy.steps.some((step) => step.pausedBy.includes(reason)))
    return { code: 'reason_pauses_nothing', reason }
  draft.pausedFor.set(reason, at)
  return null
}

function done(draft: Draft, { at, step }: Extract<ClockEvent, { kind: 'done' }>): ClockError | null {
  if (!stepOf(draft, step)) return { code: 'unknown_step', step }
  const round = runningOf(draft, step)
  if (!round) return { code: 'step_not_running', step }
  round.end = { at, as: 'done' }
  for (const next of draft.policy.steps) if (next.begins === 'afterStep' && next.after === step) begin(draft, next, at)
  return null
}

function call(draft: Draft, event: Extract<ClockEvent, { kind: 'call' }>): ClockError | null {
  const step = stepOf(draft, event.step)
  if (!step) return { code: 'unknown_step', step: event.step }
  if (step.begins !== 'call') return { code: 'step_not_callable', step: step.id }
  if (step.after === null || wasDone(draft, step.after)) begin(draft, step, event.at)
  return null
}

function stop(draft: Draft, { at, outcome }: Extract<ClockEvent, { kind: 'stop' }>): null {
  draft.stopped = { at, outcome }
  for (const round of draft.rounds.filter(isRunning)) round.end = { at, as: outcome }
  return null
}

/** What the stop ended goes on with the time it had used; what was done before the stop stays done. */
function reopen(draft: Draft): ClockError | null {
  if (!draft.stopped) return { code: 'not_stopped' }
  const { at } = draft.stopped
  for (const round of draft.rounds)
    if (round.end?.at === at && (round.end.as === 'resolved' || round.end.as === 'cancelled')) round.end = null
  draft.stopped = null
  if (draft.policy.closedTime === 'counts') goOn(draft, at)
  return null
}

function changePolicy(draft: Draft, { at, policy }: Extract<ClockEvent, { kind: 'policy' }>): null {
  const known = new Set(draft.policy.steps.map((step) => step.id))
  draft.policy = policy
  for (const round of draft.rounds.filter(isRunning)) if (!stepOf(draft, round.step)) round.end = { at, as: 'dropped' }
  for (const step of policy.steps) if (!known.has(step.id) && step.begins === 'start') begin(draft, step, at)
  return null
}

function take(draft: Draft, event: ClockEvent): ClockError | null {
  if (draft.stopped && event.kind !== 'reopen' && event.kind !== 'policy') return { code: 'stopped' }
  switch (event.kind) {
    case 'pause':
      return pause(draft, event)
    case 'resume':
      return draft.pausedFor.delete(event.reason) ? null : { code: 'not_paused', reason: event.reason }
    case 'done':
      return done(draft, event)
    case 'call':
      return call(draft, event)
    case 'stop':
      return stop(draft, event)
    case 'reopen':
      return reopen(draft)
    case 'policy':
      return changePolicy(draft, event)
  }
}

/**
 * Plays a clock's events in the order of their instants (of equal ones, in the order given).
 * Errors: the first event that could not have happened then; pausing what is paused, doing what is not running.
 */
export function timelineOf({ policy, startedAt, events }: Clock): Result<Timeline, ClockError> {
  const draft: Draft = { policy, rounds: [], pausedFor: new Map(), stopped: null }
  for (const step of policy.steps) if (step.begins === 'start') begin(draft, step, startedAt)
  goOn(draft, startedAt)
  let changedAt = startedAt
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    if (event.at < startedAt) return err({ code: 'before_start' })
    cut(draft, event.at)
    const problem = take(draft, event)
    if (problem) return err(problem)
    cut(draft, event.at)
    goOn(draft, event.at)
    changedAt = event.at
  }
  return ok({ ...draft, changedAt })
}
