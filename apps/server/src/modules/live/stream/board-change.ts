import type { LiveBoard, LiveChange } from '@zhanggui/contract'

/** Moves by itself; a change of nothing else is no change. */
const CLOCK_PARTS: ReadonlySet<string> = new Set(['at'])

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function firstDifference(before: readonly number[], now: readonly number[]): number {
  const at = now.findIndex((value, i) => value !== before[i])
  return at === -1 ? now.length : at
}

/** Minutes from the first that differs on; undefined when none does. */
function minutesChange(before: LiveBoard, now: LiveBoard): LiveChange['minutes'] {
  const keys = ['paidCents', 'pv'] as const
  if (keys.every((key) => same(before.minutes[key], now.minutes[key]))) return undefined
  const from = Math.min(...keys.map((key) => firstDifference(before.minutes[key], now.minutes[key])))
  return { from, paidCents: now.minutes.paidCents.slice(from), pv: now.minutes.pv.slice(from) }
}

/**
 * What of a board is other than it was: whole parts, and of the minutes those from the first changed one on, so that a late event
 * of this morning is sent as well. Null when nothing changed but the clock.
 */
export function boardChange(before: LiveBoard, now: LiveBoard): LiveChange | null {
  const { minutes: _, ...parts } = now
  const changed = Object.entries(parts).filter(([id, part]) => !same(part, before[id as keyof LiveBoard]))
  const minutes = minutesChange(before, now)
  if (minutes === undefined && changed.every(([id]) => CLOCK_PARTS.has(id))) return null
  return { ...Object.fromEntries(changed), ...(minutes ? { minutes } : {}) }
}
