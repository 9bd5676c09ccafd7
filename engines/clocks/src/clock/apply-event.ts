import { err, ok, type Result } from '@zhanggui/kernel'
import type { Clock, ClockError, ClockEvent } from './clock.ts'
import { timelineOf } from './timeline.ts'

/**
 * The clock with one more event. An event may be entered after it happened (the answer of 14:29 noted at 14:35) and takes its
 * place among the others; not before the clock's start, and not ahead of now.
 * Errors: `in_future`, `before_start`, and what could not have happened at that instant.
 */
export function applyEvent(clock: Clock, event: ClockEvent, { now }: { now: number }): Result<Clock, ClockError> {
  if (event.at > now) return err({ code: 'in_future' })
  const next = { ...clock, events: [...clock.events, event] }
  const played = timelineOf(next)
  return played.ok ? ok(next) : played
}
