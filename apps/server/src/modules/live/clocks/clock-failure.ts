import type { ClockError } from '@zhanggui/clocks'
import { ApiFailure } from '../../../http/api-failure.ts'

/** What an event that could not have happened is told as. */
export function clockFailure(error: ClockError): ApiFailure {
  switch (error.code) {
    case 'before_start':
    case 'in_future':
      return new ApiFailure('clock_instant')
    case 'reason_pauses_nothing':
      return new ApiFailure('clock_no_pause', { reason: error.reason })
    case 'already_paused':
      return new ApiFailure('clock_paused', { reason: error.reason })
    case 'not_paused':
      return new ApiFailure('clock_not_paused', { reason: error.reason })
    case 'unknown_step':
      return new ApiFailure('not_found', { what: `steps/${error.step}` })
    case 'step_not_running':
    case 'step_not_callable':
      return new ApiFailure('clock_step_not_open', { step: error.step })
    case 'stopped':
      return new ApiFailure('clock_stopped')
    case 'not_stopped':
      return new ApiFailure('clock_not_stopped')
  }
}
