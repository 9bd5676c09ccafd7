import { ANSWER_FLAG } from '../apply/answers.ts'
import { RESULT } from '../codes/result-code.ts'
import { RESERVE, RESERVE_FLAG, SIGNAL } from '../frame/layout.ts'
import { type Admission, OUTCOME } from '../state/admission.ts'
import { FEATURE_COUNT, readFeatures } from './features.ts'
import { SCORECARD, scoreOf } from './score.ts'

const values = new Int32Array(FEATURE_COUNT)

/**
 * Allow, verify or deny a reserve by the scorecard in force: integers only, so the verdict is the same on every machine and in
 * every replay. The score is the outcome's detail where it says no.
 */
export function judgeReserve(core: Admission, frame: Int32Array, at: number, lines: number): number {
  const { scorecard } = core
  if (scorecard[SCORECARD.version] === 0) return RESULT.accepted
  readFeatures(core, frame, at, lines, values)
  const score = scoreOf(scorecard, values)
  if (score < (scorecard[SCORECARD.verifyFrom] as number)) return RESULT.accepted
  core.outcome[OUTCOME.detail] = score
  if (score >= (scorecard[SCORECARD.denyFrom] as number)) return RESULT.risk_denied
  const signals = frame[at + RESERVE.signals] as number
  if (signals & SIGNAL.verified) {
    core.outcome[OUTCOME.detail] = 0
    return RESULT.accepted
  }
  // What would be sold at once cannot wait for a check.
  const paid = (((frame[at] as number) >>> 8) & RESERVE_FLAG.paid) !== 0
  if (paid || !(signals & SIGNAL.holdForCheck)) return RESULT.verification_needed
  core.outcome[OUTCOME.flags] = (core.outcome[OUTCOME.flags] as number) | ANSWER_FLAG.checkNeeded
  return RESULT.accepted
}
