import { RESULT } from '../codes/result-code.ts'
import { SET_SCORECARD } from '../frame/layout.ts'
import { FEATURE_COUNT } from '../risk/features.ts'
import { SCORECARD } from '../risk/score.ts'
import type { Admission } from '../state/admission.ts'

/** Bins name known features and stand sorted by feature, then by the value they begin at. */
function binsHold(frame: Int32Array, start: number, bins: number): boolean {
  let feature = 0
  let from = Number.NEGATIVE_INFINITY
  for (let i = 0; i < bins; i++) {
    const at = start + SET_SCORECARD.bins + i * 2
    const nextFeature = (frame[at] as number) >> 16
    const nextFrom = frame[at + 1] as number
    if (nextFeature < feature || nextFeature >= FEATURE_COUNT) return false
    if (nextFeature === feature && nextFrom <= from) return false
    feature = nextFeature
    from = nextFrom
  }
  return true
}

/** Puts a scorecard in force from the next command on; version 0 switches judging off. */
export function setScorecard(core: Admission, frame: Int32Array, start: number): number {
  const words = (frame[start] as number) >>> 16
  const bins = (words - SET_SCORECARD.bins) / 2
  const version = frame[start + SET_SCORECARD.version] as number
  const verifyFrom = frame[start + SET_SCORECARD.verifyFrom] as number
  const denyFrom = frame[start + SET_SCORECARD.denyFrom] as number
  if (version < 0 || verifyFrom > denyFrom || !binsHold(frame, start, bins)) return RESULT.model_invalid
  const { scorecard } = core
  scorecard.fill(0)
  scorecard[SCORECARD.version] = version
  scorecard[SCORECARD.verifyFrom] = verifyFrom
  scorecard[SCORECARD.denyFrom] = denyFrom
  scorecard[SCORECARD.bins] = bins
  for (let i = 0; i < bins * 2; i++) scorecard[SCORECARD.first + i] = frame[start + SET_SCORECARD.bins + i] as number
  return RESULT.accepted
}
