import { type Cents, cents, multiplyDivide, ratio } from '@zhanggui/kernel'

/**
 * Marketing spend ÷ GMV of a period as it is expected to end, before and after a commitment. Ratios are fractions for people;
 * whether it is held is decided on whole fen.
 */
export type FeeRatioCheck = {
  forecastSpendCents: Cents
  forecastGmvCents: Cents
  commitCents: Cents
  ratioBefore: number | null
  ratioAfter: number | null
  ceilingBp: number | null
  /** True: the commitment would take the ratio over the ceiling, and must not be made without an approval. */
  held: boolean
  /** The largest commitment that stays within the ceiling; negative when it is passed already; `null` without a ceiling. */
  roomCents: Cents | null
}

/**
 * The check before money is committed (P2.05). Exactly at the ceiling is allowed. With no GMV expected, any spend is over.
 * `forecastSpendCents` is what is spent and committed by now for the period; planned money that nobody committed is not in it.
 * @example spend 180,000, GMV 1,000,000, ceiling 18 %: nothing more; committing 1,000 makes 18.1 % and is held
 */
export function checkFeeRatio(given: {
  forecastSpendCents: Cents
  forecastGmvCents: Cents
  commitCents: Cents
  ceilingBp: number | null
}): FeeRatioCheck {
  const { forecastSpendCents, forecastGmvCents, commitCents, ceilingBp } = given
  const after = cents(forecastSpendCents + commitCents)
  const allowed = ceilingBp === null ? null : allowedSpend(forecastGmvCents, ceilingBp)
  return {
    forecastSpendCents,
    forecastGmvCents,
    commitCents,
    ratioBefore: ratio(forecastSpendCents, forecastGmvCents),
    ratioAfter: ratio(after, forecastGmvCents),
    ceilingBp,
    held: allowed !== null && commitCents > 0 && after > allowed,
    roomCents: allowed === null ? null : cents(allowed - forecastSpendCents),
  }
}

const allowedSpend = (gmvCents: Cents, ceilingBp: number): Cents =>
  multiplyDivide({ amount: gmvCents, numerator: ceilingBp, denominator: 10_000, rounding: 'floor' })
