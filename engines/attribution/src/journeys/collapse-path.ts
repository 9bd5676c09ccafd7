import type { Touch } from './journey.ts'

/**
 * The same channel twice in a row is one touch, as old as its latest: who comes by search three times in an afternoon was led once.
 * Without this the removal effects of a chain differ from those that published packages give.
 */
export function collapsePath(touches: readonly Touch[]): Touch[] {
  return touches.filter((touch, i) => touches[i + 1]?.channel !== touch.channel)
}
