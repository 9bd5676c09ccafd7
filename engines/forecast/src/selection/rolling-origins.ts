/** Ends of the visible history, latest first, and how many periods each is judged on. */
export type Origins = { ends: number[]; horizon: number }

/** Fewest visible periods at an origin. */
const LEAST_VISIBLE = 6
const MOST_ORIGINS = 5

/**
 * Origins for a back-test on the last third of the history: up to five, spaced so that their held-out stretches overlap by half
 * at most. The horizon is shortened to a quarter of the history. Null when fewer than one origin remains.
 */
export function rollingOrigins(options: { length: number; horizon: number; season: number }): Origins | null {
  const { length, season } = options
  const horizon = Math.min(options.horizon, Math.floor(length / 4))
  if (horizon < 1) return null
  // Two full seasons at every origin, where the history has them to spare: seasonal models must be comparable.
  const least = Math.max(LEAST_VISIBLE, length - horizon >= 2 * season ? 2 * season : 0, Math.floor(length / 2))
  const step = Math.max(1, Math.ceil(horizon / 2))
  const ends: number[] = []
  for (let end = length - horizon; end >= least && ends.length < MOST_ORIGINS; end -= step) ends.push(end)
  if (ends.length === 0 && length - horizon >= LEAST_VISIBLE) ends.push(length - horizon)
  return ends.length === 0 ? null : { ends, horizon }
}
