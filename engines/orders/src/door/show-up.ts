/**
 * Of those who were told to come again, how many did: both counted over the last seconds, older ones weighing less. A number counts once,
 * when the instant it was told first is past; how far the line was called says nothing, for who was told a later instant cannot be there.
 */
export type ShowUp = {
  due: number
  came: number
  /** By the second for which they were told. */
  readonly toldFor: Float64Array
  readonly cameFor: Float64Array
  second: number
}

/** What is left of a count after a window: half of it after about seven seconds. */
const KEEPS = 0.99
/** Everybody is expected until so many were due, and again when that is long ago. */
const BELIEVED = 50
/** Somebody comes. Without a floor a line to which nobody came back could not be called through. */
const RATE_MIN = 0.02
/** So much later than told still is in time: the way to the shop and back. */
const WAY_MS = 1000
/** Seconds ahead of which is kept who is expected; more than anybody is told. */
const SECONDS = 512

export const createShowUp = (): ShowUp => ({
  due: 0,
  came: 0,
  toldFor: new Float64Array(SECONDS),
  cameFor: new Float64Array(SECONDS),
  second: 0,
})

function countFor(counts: Float64Array, toldAt: number): void {
  const at = Math.floor(toldAt / 1000) % SECONDS
  counts[at] = (counts[at] as number) + 1
}

/** Somebody new was told to come at an instant. */
export const noteTold = ({ toldFor }: ShowUp, toldAt: number): void => countFor(toldFor, toldAt)

/** Somebody who was first told an instant came. Later than in time is as if not at all: others were let in meanwhile. */
export function noteCame({ cameFor, second }: ShowUp, toldAt: number): void {
  if (Math.floor(toldAt / 1000) >= second) countFor(cameFor, toldAt)
}

/** Lets so many windows pass until `now`, ms. */
export function passShowUp(showUp: ShowUp, { now, windows }: { now: number; windows: number }): void {
  const { toldFor, cameFor } = showUp
  const keeps = KEEPS ** windows
  showUp.due *= keeps
  showUp.came *= keeps
  const until = Math.floor((now - WAY_MS) / 1000)
  for (let second = Math.max(showUp.second, until - SECONDS); second < until; second++) {
    const at = second % SECONDS
    showUp.due += toldFor[at] as number
    showUp.came += cameFor[at] as number
    toldFor[at] = 0
    cameFor[at] = 0
  }
  showUp.second = Math.max(showUp.second, until)
}

/** Shape: 0.02 … 1. */
export const showUpRate = ({ due, came }: ShowUp): number =>
  Math.max(RATE_MIN, Math.min(1, (came + BELIEVED) / (due + BELIEVED)))
