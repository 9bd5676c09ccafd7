import type { ReadStep } from '../clock/read-clock.ts'

/**
 * How many steps were in time. A step counts once it is settled: done or resolved in time (`kept`), or past its deadline
 * (`late`, whether or not it was done since). What is still within its time, cancelled or dropped counts nowhere.
 */
export type Kept = { kept: number; late: number; open: number }

/** Where a step stands for the report; null when it counts nowhere. */
export function verdictOf({ late, state }: ReadStep): keyof Kept | null {
  if (state === 'waiting') return null
  if (late) return 'late'
  if (state === 'done' || state === 'resolved') return 'kept'
  return state === 'cancelled' || state === 'dropped' ? null : 'open'
}

/** Counts steps by a key, such as ladder and step or the owner; the share kept is `kept / (kept + late)`. */
export function countKept<K>(steps: Iterable<{ key: K; step: ReadStep }>): Map<K, Kept> {
  const counts = new Map<K, Kept>()
  for (const { key, step } of steps) {
    const verdict = verdictOf(step)
    const count = counts.get(key) ?? { kept: 0, late: 0, open: 0 }
    if (verdict) counts.set(key, { ...count, [verdict]: count[verdict] + 1 })
  }
  return counts
}
