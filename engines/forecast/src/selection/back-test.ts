import type { Candidate, CandidateFit } from '../candidate.ts'
import type { History } from '../series/prepare-history.ts'
import type { Origins } from './rolling-origins.ts'

/** What one candidate foresaw at each origin, in the origins' order; null where it could not be fitted. */
export type Tested = { candidate: Candidate; fits: (CandidateFit | null)[] }

/**
 * Fits every candidate at every origin, the earliest origin first, so that a later fit may start from an earlier one.
 * A candidate sees nothing after the origin.
 */
export function backTest(candidates: readonly Candidate[], { ends, horizon }: Origins): Tested[] {
  return candidates.map((candidate) => ({
    candidate,
    fits: ends
      .toReversed()
      .map((end) => candidate.fit(end, horizon))
      .toReversed(),
  }))
}

/** The held-out values behind an origin; NaN = unknown. */
export const heldOut = (history: History, end: number, horizon: number): Float64Array =>
  history.values.subarray(end, Math.min(end + horizon, history.values.length))
