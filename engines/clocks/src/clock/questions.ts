import { DUE } from '../policy/clock-policy.ts'
import type { Clock } from './clock.ts'
import { type ReadStep, readClock } from './read-clock.ts'

/** A step of a clock that was not done in time: which run of it, and by when it had to be. */
export type Breach = { step: string; round: number; dueAt: number }

/** A mark that has been passed; with the clock's id it names one happening for ever. */
export type PassedMark = { step: string; round: number; mark: string; at: number }

const isOpen = ({ endedAt, startedAt }: ReadStep): boolean => endedAt === null && startedAt !== null

/** What is left of the step that is due first. Shape: working milliseconds, below 0 once late; null when nothing runs. */
export function remaining(clock: Clock, now: number): number | null {
  const open = readClock(clock, now).steps.filter(isOpen)
  return open.length === 0 ? null : Math.min(...open.map(({ remainingMs }) => remainingMs))
}

/** Every mark passed up to an instant, the earliest first. Asked for a later instant it never holds fewer. */
export function passedMarks(clock: Clock, now: number): PassedMark[] {
  return readClock(clock, now)
    .steps.flatMap(({ step, round, marks }) =>
      marks.filter(({ passed }) => passed).map(({ id, at }) => ({ step, round, mark: id, at })),
    )
    .toSorted((a, b) => a.at - b.at)
}

/** Every deadline missed up to an instant, the earliest first; a breach stays one after the answer, a stop and a reopening. */
export const breaches = (clock: Clock, now: number): Breach[] =>
  passedMarks(clock, now)
    .filter(({ mark }) => mark === DUE)
    .map(({ step, round, at }) => ({ step, round, dueAt: at }))
