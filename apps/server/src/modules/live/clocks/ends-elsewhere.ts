import type { ClockEvent } from '@zhanggui/clocks'
import { ApiFailure } from '../../../http/api-failure.ts'

/** Matters with a record of their own, whose deadline ends with what is done there. */
export const OWN_RECORD_SUBJECTS: readonly string[] = ['duty-page', 'merchant-warning']

const ENDS: readonly ClockEvent['kind'][] = ['done', 'stop', 'reopen']

/**
 * A page is over when somebody takes it, a warning when its plan is filed: a deadline ended by hand beside them would leave a
 * page that calls nobody and a plan that nobody has seen. Errors: throws `clock_ends_elsewhere`.
 */
export function requireEndedHere(subjectKind: string, event: ClockEvent): void {
  if (OWN_RECORD_SUBJECTS.includes(subjectKind) && ENDS.includes(event.kind))
    throw new ApiFailure('clock_ends_elsewhere')
}
