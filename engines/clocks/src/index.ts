export { applyEvent } from './clock/apply-event.ts'
export type { Clock, ClockError, ClockEvent } from './clock/clock.ts'
export { type Breach, breaches, type PassedMark, passedMarks, remaining } from './clock/questions.ts'
export { type ReadClock, type ReadMark, type ReadStep, readClock } from './clock/read-clock.ts'
export { type HoursProblem, hoursProblem } from './hours/check-hours.ts'
export { type OpenSpan, spanInstants } from './hours/open-spans.ts'
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
export { type Ladder, policyOf } from './policy/ladder.ts'
export { SHIPPED_LADDERS } from './policy/shipped-ladders.ts'
export { type StatedStep, shopLadders } from './policy/shop-ladders.ts'
export { countKept, type Kept, verdictOf } from './report/kept.ts'
export { type Uncovered, uncovered } from './rota/coverage.ts'
export { DUTY_LEVELS, type DutyLevel, type DutyShift } from './rota/duty-shift.ts'
export { headsNeeded } from './rota/heads-needed.ts'
export { calledFor, onDuty } from './rota/on-duty.ts'
export { headcountFor, type ProposedRota, proposeRota, type RotaWish } from './rota/propose-rota.ts'
export { type RestProblem, type RestQuestion, restProblems } from './rota/rest-problems.ts'
export { REST_RULES, type RestRules } from './rota/rest-rules.ts'
