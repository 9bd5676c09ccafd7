export { applyEvent } from './clock/apply-event.ts'
export type { Clock, ClockError, ClockEvent } from './clock/clock.ts'
export { type Breach, breaches, type PassedMark, passedMarks, remaining } from './clock/questions.ts'
export { type ReadClock, type ReadMark, type ReadStep, readClock } from './clock/read-clock.ts'
export { type HoursProblem, hoursProblem } from './hours/check-hours.ts'
export { parseSpans, printSpans } from './hours/parse-spans.ts'
export type { Closure, DaySpan, DaySpans, ServiceHours } from './hours/service-hours.ts'
export { addWorkingMs, openAt, workingMs } from './hours/working-time.ts'
export { type PolicyProblem, policyProblem } from './policy/check-policy.ts'
export {
  type ClockPolicy,
  type ClockStep,
  DUE,
  type Mark,
  marksOf,
  PAUSE_REASONS,
  type PauseReason,
  warningAt,
} from './policy/clock-policy.ts'
