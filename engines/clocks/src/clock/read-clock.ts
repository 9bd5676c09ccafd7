import { assert } from '@zhanggui/kernel'
import { openAt } from '../hours/working-time.ts'
import { type ClockPolicy, type ClockStep, DUE, marksOf, type PauseReason } from '../policy/clock-policy.ts'
import type { Clock } from './clock.ts'
import { elapsedMs, type Round, reachedAt, type Segment, stepOf } from './round.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** A mark of a step with its instant. `passed` is for good: a breach stays one after the answer. */
export type ReadMark = { id: string; at: number; passed: boolean }

export type ReadStep = {
  step: string
  /** 1 for the first run of a step; a step that is called for has several. */
  round: number
  nameZh: string
  nameEn: string
  /** `waiting` has not begun; `resting` is outside the service hours. */
  state: 'waiting' | 'running' | 'resting' | 'paused' | 'done' | 'resolved' | 'cancelled' | 'dropped'
  startedAt: number | null
  targetMs: number
  elapsedMs: number
  /** Target less elapsed, in working time; below 0 once it is used up. */
  remainingMs: number
  /** The instant by which it has to be done; null while paused or waiting, for then it moves with the clock. */
  dueAt: number | null
  late: boolean
  endedAt: number | null
  /** When the team works again; null unless resting. */
  opensAt: number | null
  pausedFor: readonly PauseReason[]
  marks: readonly ReadMark[]
}

export type ReadClock = {
  state: 'running' | 'paused' | 'finished' | 'resolved' | 'cancelled'
  steps: readonly ReadStep[]
  /** The first instant at which a mark is reached when nothing happens; null when none is ahead. */
  nextAt: number | null
}

/** Plays the clock up to an instant: what happened later is not known yet. */
function played(clock: Clock, now: number): Timeline {
  const known = timelineOf({ ...clock, events: clock.events.filter((event) => event.at <= now) })
  assert(known.ok, 'a stored clock holds only events that were possible')
  return known.value
}

const amountOf = (step: string, mark: string) => (policy: ClockPolicy) => {
  const declared = policy.steps.find(({ id }) => id === step)
  return (declared && marksOf(declared).find(({ id }) => id === mark)?.afterMs) ?? null
}

/** A step that was ended while it counted keeps the deadline it then had. */
function asItStood({ segments, end }: Round): readonly Segment[] {
  const last = segments.at(-1)
  return last && end && last.to === end.at ? [...segments.slice(0, -1), { ...last, to: null }] : segments
}

/** Every mark any policy of the round had, so that one that was passed is not lost with its policy. */
function readMarks(round: Round, current: ClockStep, now: number): ReadMark[] {
  const standing = asItStood(round)
  const declared = round.segments.flatMap(({ policy }) => policy.steps.filter(({ id }) => id === round.step))
  const ids = new Set([...declared, current].flatMap((step) => marksOf(step).map(({ id }) => id)))
  const end = round.end?.at ?? now
  return [...ids]
    .map((id) => ({ id, at: reachedAt(standing, amountOf(round.step, id)) }))
    .filter((mark): mark is { id: string; at: number } => mark.at !== null)
    .map(({ id, at }) => ({ id, at, passed: at < end }))
    .toSorted((a, b) => a.at - b.at)
}

function stateOf(
  round: Round,
  step: ClockStep,
  { timeline, now }: Moment,
): Pick<ReadStep, 'state' | 'opensAt' | 'pausedFor'> {
  if (round.end) return { state: round.end.as, opensAt: null, pausedFor: [] }
  const pausedFor = step.pausedBy.filter((reason) => timeline.pausedFor.has(reason))
  if (pausedFor.length > 0) return { state: 'paused', opensAt: null, pausedFor }
  const { open, changesAt } = openAt(timeline.policy.hours, now)
  return open ? { state: 'running', opensAt: null, pausedFor } : { state: 'resting', opensAt: changesAt, pausedFor }
}

type Moment = { timeline: Timeline; now: number }

function readRound(round: Round, step: ClockStep, moment: Moment & { number: number }): ReadStep {
  const { now, number } = moment
  const endedAt = round.end?.at ?? null
  const elapsed = elapsedMs(round, endedAt ?? now)
  const marks = readMarks(round, step, now)
  const due = marks.find(({ id }) => id === DUE)
  const { id, nameZh, nameEn, targetMs } = step
  return {
    step: id,
    round: number,
    nameZh,
    nameEn,
    ...stateOf(round, step, moment),
    startedAt: round.startedAt,
    targetMs,
    elapsedMs: elapsed,
    remainingMs: targetMs - elapsed,
    dueAt: due?.at ?? null,
    late: due?.passed ?? false,
    endedAt,
    marks,
  }
}

const readWaiting = ({ id, nameZh, nameEn, targetMs }: ClockStep): ReadStep => ({
  step: id,
  round: 0,
  nameZh,
  nameEn,
  state: 'waiting',
  startedAt: null,
  targetMs,
  elapsedMs: 0,
  remainingMs: targetMs,
  dueAt: null,
  late: false,
  endedAt: null,
  opensAt: null,
  pausedFor: [],
  marks: [],
})

function readSteps(moment: Moment): ReadStep[] {
  const { rounds, policy } = moment.timeline
  const counts = new Map<string, number>()
  const begun = rounds.map((round) => {
    const number = (counts.get(round.step) ?? 0) + 1
    counts.set(round.step, number)
    const step = stepOf(round, policy)
    assert(step, 'a round is of a step that a policy of the clock had')
    return readRound(round, step, { ...moment, number })
  })
  return [...begun, ...policy.steps.filter(({ id }) => !counts.has(id)).map(readWaiting)]
}

const ACTIVE: readonly ReadStep['state'][] = ['running', 'resting', 'paused']

function clockState({ stopped }: Timeline, steps: readonly ReadStep[]): ReadClock['state'] {
  if (stopped) return stopped.outcome
  const active = steps.filter(({ state }) => ACTIVE.includes(state))
  if (active.length === 0) return 'finished'
  return active.every(({ state }) => state === 'paused') ? 'paused' : 'running'
}

/**
 * A clock at an instant: each step with what it has used, what is left and when it is due. Pure: asked again at the same
 * instant it says the same, whoever asks and whenever.
 * Shape: instants in UTC milliseconds, exact to the millisecond; a step is `late` from one millisecond past `dueAt` on.
 * Errors: throws on a clock whose events could not have happened (`applyEvent` lets none in).
 */
export function readClock(clock: Clock, now: number): ReadClock {
  const timeline = played(clock, now)
  const steps = readSteps({ timeline, now })
  const ahead = steps
    .filter(({ endedAt }) => endedAt === null)
    .flatMap(({ marks }) => marks.filter(({ passed }) => !passed).map(({ at }) => at))
  return { state: clockState(timeline, steps), steps, nextAt: ahead.length > 0 ? Math.min(...ahead) : null }
}
