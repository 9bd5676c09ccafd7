import { ORDER } from '../tables/order-rows.ts'

/**
 * Hashed and hierarchical timing wheel (Varghese and Lauck, 1987, scheme 7): four rings of 256 slots, each slot a chain of
 * order rows. Setting and taking off cost the same with a thousand orders as with a million; time that passes costs a step a
 * tick only while something is due within it.
 */
export const TICK_MS = 16
const SLOTS = 256
const LEVELS = 4
const SPANS = [1, 256, 65_536, 16_777_216] as const
/** Beyond the outermost ring (2.2 years) an order is put at its end and looked at again from there. */
const FARTHEST = 256 * 16_777_216 - 1

export type Wheel = {
  /** Heads of the chains, row plus one; slot `level × 256 + place`. */
  readonly heads: Int32Array
  /** Slots of each ring that hold something: an empty ring is stepped over whole. */
  readonly occupied: Int32Array
  /** The last tick that was run. */
  readonly tick: Float64Array
}

export const createWheel = (): Wheel => ({
  heads: new Int32Array(SLOTS * LEVELS),
  occupied: new Int32Array(LEVELS),
  tick: new Float64Array(1),
})

/** The tick at which something due at `instant` is run: never before it, at most one tick after. */
export const tickOf = (instant: number): number => Math.ceil(instant / TICK_MS)

function levelFor(distance: number): number {
  let level = 0
  while (level < LEVELS - 1 && distance > (SPANS[level + 1] as number)) level++
  return level
}

/** Puts a row on the wheel; what is due already comes with the next tick. */
export function schedule(wheel: Wheel, rows: Int32Array, row: number, dueTick: number): void {
  const now = wheel.tick[0] as number
  const distance = Math.min(Math.max(dueTick - now, 1), FARTHEST)
  const level = levelFor(distance)
  const slot = level * SLOTS + (Math.floor((now + distance) / (SPANS[level] as number)) % SLOTS)
  const at = row * ORDER.words
  const head = wheel.heads[slot] as number
  if (head === 0) wheel.occupied[level] = (wheel.occupied[level] as number) + 1
  else rows[(head - 1) * ORDER.words + ORDER.previous] = row + 1
  rows[at + ORDER.next] = head
  // The first of a chain has no neighbour before it and keeps its slot there instead, below zero.
  rows[at + ORDER.previous] = -slot - 1
  wheel.heads[slot] = row + 1
}

function setHead(wheel: Wheel, slot: number, head: number): void {
  wheel.heads[slot] = head
  if (head !== 0) return
  const level = Math.floor(slot / SLOTS)
  wheel.occupied[level] = (wheel.occupied[level] as number) - 1
}

/** Takes a row off; it must be on. */
export function unschedule(wheel: Wheel, rows: Int32Array, row: number): void {
  const at = row * ORDER.words
  const next = rows[at + ORDER.next] as number
  const previous = rows[at + ORDER.previous] as number
  if (previous < 0) setHead(wheel, -previous - 1, next)
  else rows[(previous - 1) * ORDER.words + ORDER.next] = next
  if (next !== 0) rows[(next - 1) * ORDER.words + ORDER.previous] = previous
  rows[at + ORDER.next] = 0
  rows[at + ORDER.previous] = 0
}

/** Ticks that can be stepped over because the rings that would run in them are empty. */
function emptyTicks(wheel: Wheel, tick: number): number {
  let level = 0
  while (level < LEVELS && wheel.occupied[level] === 0) level++
  if (level === 0) return 0
  if (level === LEVELS) return Number.POSITIVE_INFINITY
  const span = SPANS[level] as number
  return span - 1 - (tick % span)
}

/** What hangs in a slot of an outer ring moves inwards when its span begins. */
function cascade(wheel: Wheel, rows: Int32Array, tick: number, dueTickOf: (row: number) => number): void {
  for (let level = LEVELS - 1; level > 0; level--) {
    const span = SPANS[level] as number
    if (tick % span !== 0) continue
    const slot = level * SLOTS + (Math.floor(tick / span) % SLOTS)
    for (let head = wheel.heads[slot] as number; head !== 0; head = wheel.heads[slot] as number) {
      unschedule(wheel, rows, head - 1)
      schedule(wheel, rows, head - 1, dueTickOf(head - 1))
    }
  }
}

/**
 * Runs time up to `target` and takes off every row that is due, in the order of their ticks.
 * The result is the same however the way is cut into calls.
 */
export function advance(
  wheel: Wheel,
  rows: Int32Array,
  target: number,
  on: { dueTickOf: (row: number) => number; due: (row: number) => void },
): void {
  const { tick } = wheel
  while ((tick[0] as number) < target) {
    const skipped = Math.min(emptyTicks(wheel, tick[0] as number), target - (tick[0] as number))
    tick[0] = (tick[0] as number) + skipped
    if ((tick[0] as number) >= target) return
    const next = (tick[0] as number) + 1
    // Cascades are placed as seen from the tick before, so that what is due in `next` itself lands in the innermost ring.
    cascade(wheel, rows, next, on.dueTickOf)
    tick[0] = next
    const slot = next % SLOTS
    for (let head = wheel.heads[slot] as number; head !== 0; head = wheel.heads[slot] as number) {
      unschedule(wheel, rows, head - 1)
      on.due(head - 1)
    }
  }
}
