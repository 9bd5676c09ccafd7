/** Of the numbers that were called, how many came: both counted over the last seconds, older ones weighing less. */
export type ShowUp = { called: number; came: number }

/** What is left of a count after a window: half of it after about three seconds and a half. */
const KEEPS = 0.99
/** Until something was called everybody is expected. */
const BELIEVED = 50
/** Somebody comes. Without a floor a line to which nobody came back could not be called through. */
const RATE_MIN = 0.02

export const createShowUp = (): ShowUp => ({ called: BELIEVED, came: BELIEVED })

export const noteCame = (showUp: ShowUp): void => {
  showUp.came++
}

export function noteCalled(showUp: ShowUp, { numbers, windows }: { numbers: number; windows: number }): void {
  const keeps = KEEPS ** windows
  showUp.called = showUp.called * keeps + numbers
  showUp.came *= keeps
}

/** Shape: 0.02 … 1. */
export const showUpRate = ({ called, came }: ShowUp): number =>
  called > 0 ? Math.min(1, Math.max(RATE_MIN, came / called)) : 1
