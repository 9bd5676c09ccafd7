import type { Admission } from '../state/admission.ts'
import { hashThree } from '../tables/hash.ts'

/** Counters of recent requests: who is counted, and over which window a count is halved. */
export const VELOCITY = { buyer: 0, device: 1, source: 2, address: 3, lapses: 4 } as const

const WINDOW_MS = [8_192, 8_192, 8_192, 8_192, 3_600_000] as const
const windowOf = (instant: number, who: number): number => Math.floor(instant / (WINDOW_MS[who] as number))
const COUNT_MAX = 0x7fff
const SLOT_WORDS = 3

/**
 * Counts one more under a key and gives the count so far, halved for every window gone by. Three words a slot: tag, window,
 * count. Two keys that meet in one slot never add up: the one that counts less gives way, so a busy stranger cannot make a
 * buyer look busy; at worst a busy one is begun anew.
 */
export function countRequest(core: Admission, low: number, high: number, who: number, instant: number): number {
  if (low === 0 && high === 0) return 0
  const { velocity, options } = core
  const tag = hashThree(low, high, who, options.hashSeed) | 1
  const at = ((tag >>> 1) & (options.velocitySlots - 1)) * SLOT_WORDS
  const window = Math.max(windowOf(instant, who), velocity[at + 1] as number)
  const before = (velocity[at + 2] as number) >> Math.min(31, window - (velocity[at + 1] as number))
  if (velocity[at] !== tag && before > 1) return 1
  const count = velocity[at] === tag ? Math.min(before + 1, COUNT_MAX) : 1
  velocity[at] = tag
  velocity[at + 1] = window
  velocity[at + 2] = count
  return count
}

/** The count under a key as it stands, without adding to it. */
export function recentCount(core: Admission, low: number, high: number, who: number, instant: number): number {
  const { velocity, options } = core
  const tag = hashThree(low, high, who, options.hashSeed) | 1
  const at = ((tag >>> 1) & (options.velocitySlots - 1)) * SLOT_WORDS
  if (velocity[at] !== tag) return 0
  return (
    (velocity[at + 2] as number) >> Math.min(31, Math.max(0, windowOf(instant, who) - (velocity[at + 1] as number)))
  )
}

/**
 * An order of this buyer lapsed unpaid at `instant`: stock kept from others for nothing. The instant is when it was due, so that
 * the count is the same however late the clock is read.
 */
export function noteLapse(core: Admission, words: Int32Array, buyer: number, instant: number): void {
  if (core.scorecard[0] === 0) return
  countRequest(core, words[buyer] as number, words[buyer + 1] as number, VELOCITY.lapses, instant)
}
