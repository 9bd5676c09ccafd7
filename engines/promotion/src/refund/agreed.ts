import { err, ok, type Result } from '@zhanggui/kernel'
import { prorate } from '../share/prorate.ts'
import { leftOf } from './kept-line.ts'
import type { RefundProblem, ReturnRequest } from './paid-order.ts'
import type { StandingLine } from './standing.ts'

/**
 * What was given back by agreement for the units of a line that still stay once `unitsLeft` are left. Taken as the difference of
 * what the units paid before and after the agreement, so that both are split over units the same way and no odd fen strays.
 */
export function agreedForRest({ agreedCents, leftCents, unitsLeft: before }: StandingLine, unitsLeft: number): number {
  if (agreedCents === 0 || unitsLeft === 0) return 0
  const returned = before - unitsLeft
  return leftOf(leftCents + agreedCents, before, returned) - leftOf(leftCents, before, returned)
}

/**
 * Spreads an agreed amount over the lines that it is for, in proportion to what they still can give back.
 * Shape: the lines with it taken off. Errors: `agreed_above_left` when they cannot give that much.
 */
export function takeAgreed(
  lines: readonly StandingLine[],
  agreed: ReturnRequest['agreed'],
): Result<StandingLine[], RefundProblem[]> {
  if (!agreed) return ok([...lines])
  const { cents, lineIds } = agreed
  const weights = lines.map(({ lineId, leftCents }) => (lineIds && !lineIds.includes(lineId) ? 0 : leftCents))
  const leftCents = weights.reduce((sum, weight) => sum + weight, 0)
  if (cents > leftCents) return err([{ code: 'agreed_above_left', cents, leftCents }])
  const shares = weights.slice()
  prorate(cents, weights, shares)
  return ok(
    lines.map((line, i) => {
      const share = shares[i] as number
      return { ...line, leftCents: line.leftCents - share, agreedCents: line.agreedCents + share }
    }),
  )
}
