import type { Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import { createSampler } from '../sampler.ts'

const HOUR_MS = 3_600_000
/** Visits by hour from midnight: quiet at night, a peak before noon, the highest in the evening. */
const USUAL = [18, 9, 5, 4, 4, 7, 15, 26, 38, 48, 55, 52, 50, 51, 50, 48, 46, 44, 46, 58, 72, 78, 66, 38]
/** Platform campaigns open at 20:00 and at midnight, and people wait for it. */
const BURST = [95, 42, 16, 8, 6, 9, 18, 32, 48, 58, 62, 56, 52, 50, 48, 46, 44, 42, 48, 70, 150, 110, 84, 60]

const usual = createSampler(USUAL)
const burst = createSampler(BURST)
/** Nobody arrives in the last quarter of an hour, so that a visit's steps stay within its business day. */
const LAST_HOUR = { hour: 23, share: 0.75 }

/** Milliseconds after midnight at which a visit begins. */
export function arrivalTime(mood: DayMood, rng: Rng): number {
  const hour = (mood.phase === 'burst' ? burst : usual)(rng)
  const share = hour === LAST_HOUR.hour ? LAST_HOUR.share : 1
  return Math.floor((hour + rng.next() * share) * HOUR_MS)
}
