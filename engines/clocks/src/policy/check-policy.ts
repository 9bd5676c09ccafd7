import { type HoursProblem, hoursProblem } from '../hours/check-hours.ts'
import { type ClockPolicy, type ClockStep, DUE } from './clock-policy.ts'

export type PolicyProblem =
  | { code: 'no_steps' }
  | { code: 'repeated_step'; step: string }
  | { code: 'bad_target'; step: string }
  | { code: 'bad_mark'; step: string; mark: string }
  | { code: 'unknown_after'; step: string; after: string }
  | { code: 'circular_after'; step: string }
  | { code: 'bad_hours'; problem: HoursProblem }

const isAmount = (ms: number): boolean => Number.isSafeInteger(ms) && ms > 0

function stepProblem(step: ClockStep): PolicyProblem | null {
  if (!isAmount(step.targetMs)) return { code: 'bad_target', step: step.id }
  const ids = [DUE, ...step.marks.map((mark) => mark.id)]
  const bad = step.marks.find(({ id, afterMs }) => !isAmount(afterMs) || ids.filter((other) => other === id).length > 1)
  return bad ? { code: 'bad_mark', step: step.id, mark: bad.id } : null
}

/** Follows `after` from a step; a way that comes back to it never begins. */
function isCircular(step: ClockStep, byId: ReadonlyMap<string, ClockStep>): boolean {
  const seen = new Set<string>()
  for (let at = step.after; at !== null; at = byId.get(at)?.after ?? null) {
    if (at === step.id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

function orderProblem(step: ClockStep, byId: ReadonlyMap<string, ClockStep>): PolicyProblem | null {
  if (step.after === null)
    return step.begins === 'afterStep' ? { code: 'unknown_after', step: step.id, after: '' } : null
  if (!byId.has(step.after)) return { code: 'unknown_after', step: step.id, after: step.after }
  return isCircular(step, byId) ? { code: 'circular_after', step: step.id } : null
}

/** What keeps a policy from being used: the first problem found, null when there is none. */
export function policyProblem({ steps, hours }: ClockPolicy): PolicyProblem | null {
  if (steps.length === 0) return { code: 'no_steps' }
  const byId = new Map(steps.map((step) => [step.id, step]))
  for (const step of steps) {
    if (steps.filter(({ id }) => id === step.id).length > 1) return { code: 'repeated_step', step: step.id }
    const problem = stepProblem(step) ?? orderProblem(step, byId)
    if (problem) return problem
  }
  const problem = hours && hoursProblem(hours)
  return problem ? { code: 'bad_hours', problem } : null
}
