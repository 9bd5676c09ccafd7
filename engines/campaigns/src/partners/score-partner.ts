import { assert, ratio } from '@zhanggui/kernel'

/** What came of one service level in one period; `unknown` where the figure is missing or rests on too few cases. */
export type LevelOutcome = 'kept' | 'missed' | 'unknown'

export type LevelVerdict = {
  level: string
  /** How much the level counts beside the others of the contract. */
  weight: number
  /** First day of the period. */
  period: string
  outcome: LevelOutcome
}

export type PartnerScore = {
  /** 0 to 100; null while nothing could be judged. */
  score: number | null
  kept: number
  missed: number
  unknown: number
}

const weightOf = (verdicts: readonly LevelVerdict[]): number => verdicts.reduce((sum, { weight }) => sum + weight, 0)

/**
 * How well a partner keeps what was agreed (P4.15): the weight of the levels kept ÷ the weight of those judged, of 100, over
 * the periods given. What could not be judged counts neither way, so that a missing file is no fault of the partner's.
 * Shape: one decimal. Errors: throws on a weight that is not above zero.
 * @example scorePartner([kept(3), missed(1)]).score // 75
 */
export function scorePartner(verdicts: readonly LevelVerdict[]): PartnerScore {
  assert(
    verdicts.every(({ weight }) => weight > 0),
    'a level counts for something',
  )
  const of = (outcome: LevelOutcome): LevelVerdict[] => verdicts.filter((verdict) => verdict.outcome === outcome)
  const [kept, missed, unknown] = [of('kept'), of('missed'), of('unknown')]
  const share = ratio(weightOf(kept), weightOf(kept) + weightOf(missed))
  return {
    score: share === null ? null : Math.round(share * 1000) / 10,
    kept: kept.length,
    missed: missed.length,
    unknown: unknown.length,
  }
}
