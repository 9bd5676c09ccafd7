import { FEATURE_COUNT } from './features.ts'

/** Words of the scorecard in force: version 0 means none. */
export const SCORECARD = { version: 0, verifyFrom: 1, denyFrom: 2, bins: 3, first: 4 } as const

const points = new Int32Array(FEATURE_COUNT)

/** Sum over the features of the points of the last bin that the value has reached; bins stand sorted by feature, then bound. */
export function scoreOf(scorecard: Int32Array, of: Int32Array): number {
  points.fill(0)
  const end = SCORECARD.first + (scorecard[SCORECARD.bins] as number) * 2
  for (let bin = SCORECARD.first; bin < end; bin += 2) {
    const word = scorecard[bin] as number
    const feature = word >> 16
    if ((of[feature] as number) >= (scorecard[bin + 1] as number)) points[feature] = (word << 16) >> 16
  }
  let score = 0
  for (let feature = 0; feature < FEATURE_COUNT; feature++) score += points[feature] as number
  return score
}
