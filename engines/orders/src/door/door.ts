import { hashThree } from '../tables/hash.ts'

/**
 * The door before the core: says `busy` early, before a request costs anything, so that those let in are decided in time.
 * Nothing here is journaled; whoever is turned away has left no trace and may come again under the same id.
 *
 * Fair by source, not by speed: time is cut into windows, and in each a source may have so many requests let in (its share).
 * The share shrinks while more come than can be decided and grows again when there is room, so a few loud sources are cut
 * down to what the quiet ones ask for. When even one request of each is too much, sources are drawn by lot for a while: who is
 * drawn gets through all the steps of an order, and everybody has the same chance in every draw.
 */
export type DoorOptions = {
  /** Requests that may be waiting for the core; one more is turned away. */
  queueMax: number
  /** Requests let in per window. */
  perWindow: number
  windowMs: number
  /** How long a draw holds, in windows. */
  drawWindows: number
  /** Slots of the counters of sources; power of two. Two sources in one slot share its count. */
  slots: number
  seed: number
}

/** 50,000 requests a second let in; a draw holds for two seconds. */
export const DEFAULT_DOOR: DoorOptions = {
  queueMax: 16_384,
  perWindow: 5_000,
  windowMs: 100,
  drawWindows: 20,
  slots: 1 << 16,
  seed: 1,
}

export type Door = {
  readonly options: DoorOptions
  readonly counts: Int32Array
  /** Window and count of each slot are one number: the window in the upper bits. */
  window: number
  letIn: number
  asked: number
  /** Requests of one source let in per window. */
  share: number
  /** Of 65,536 sources so many are let in; all of them when the share alone is enough. */
  chance: number
}

const SHARE_MAX = 1024
const ALL = 65_536
const COUNT_BITS = 11
const COUNT_MASK = (1 << COUNT_BITS) - 1
const WINDOW_MASK = (1 << (31 - COUNT_BITS)) - 1

export const createDoor = (options: DoorOptions = DEFAULT_DOOR): Door => ({
  options,
  counts: new Int32Array(options.slots),
  window: 0,
  letIn: 0,
  asked: 0,
  share: SHARE_MAX,
  chance: ALL,
})

/** What last window asked for beyond the room there is decides share and chance of the next. */
function turnWindow(door: Door, window: number): void {
  const { perWindow } = door.options
  const quiet = window > door.window + 1
  if (quiet || door.asked <= perWindow / 2) relax(door)
  else if (door.letIn >= perWindow) tighten(door)
  else if (door.letIn < perWindow * 0.9) relax(door)
  door.window = window
  door.letIn = 0
  door.asked = 0
}

function tighten(door: Door): void {
  if (door.share > 1) door.share = Math.max(1, door.share >> 1)
  else
    door.chance = Math.max(
      1,
      Math.floor((door.chance * door.options.perWindow) / Math.max(door.asked, door.options.perWindow)),
    )
}

/** First everybody again, then more of each: doubling, so that a passing crowd is soon forgotten. */
function relax(door: Door): void {
  if (door.chance < ALL) door.chance = Math.min(ALL, door.chance + Math.ceil(door.chance / 4))
  else door.share = Math.min(SHARE_MAX, door.share + Math.ceil(door.share / 4))
}

function isDrawn(door: Door, low: number, high: number): boolean {
  if (door.chance >= ALL) return true
  const draw = Math.floor(door.window / door.options.drawWindows)
  return (hashThree(low, high, draw, door.options.seed) & 0xffff) < door.chance
}

/** Counts one request of the source in this window; false: it has had its share. */
function withinShare(door: Door, low: number, high: number): boolean {
  const { counts, options } = door
  const slot = hashThree(low, high, 0, options.seed) & (options.slots - 1)
  const stamp = (door.window & WINDOW_MASK) << COUNT_BITS
  const word = counts[slot] as number
  const count = (word & ~COUNT_MASK) === stamp ? word & COUNT_MASK : 0
  if (count >= door.share) return false
  counts[slot] = stamp | (count + 1)
  return true
}

/**
 * May a request of this source (64-bit key, two words) go on to the core? `queued`: how many are waiting for it now.
 * Costs two hashes at most; knows nothing of buyers, so it can stand before anything is read but the address.
 */
export function mayEnter(door: Door, low: number, high: number, queued: number, now: number): boolean {
  const window = Math.floor(now / door.options.windowMs)
  if (window > door.window) turnWindow(door, window)
  door.asked++
  if (queued >= door.options.queueMax || door.letIn >= door.options.perWindow) return false
  if (!isDrawn(door, low, high) || !withinShare(door, low, high)) return false
  door.letIn++
  return true
}

/** When to come again: the start of the next window, in ms from now. */
export const retryAfterMs = (door: Door, now: number): number =>
  door.options.windowMs - (Math.floor(now) % door.options.windowMs)
