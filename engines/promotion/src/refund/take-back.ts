import { err, ok, type Result } from '@zhanggui/kernel'
import type { Granted } from '../price/priced-cart.ts'
import { firstUnits } from '../share/unit-share.ts'
import { borneByCuts, borneDifference } from './borne.ts'
import { chargeGifts } from './charge-gifts.ts'
import { checkRequest } from './check-request.ts'
import { claimsLeft } from './claims-left.ts'
import { grantsLeft } from './grants-left.ts'
import { restByShares } from './keep-shares.ts'
import { moneyAfter } from './money-after.ts'
import type { PaidOrder, RefundProblem, ReturnRequest } from './paid-order.ts'
import { restByRules } from './requalify.ts'
import { type Kept, keptOf, unitsLeftOf } from './rest.ts'
import type { Borne, Standing, StandingFee, StandingLine } from './standing.ts'

/**
 * A line of a refund. `paidBackCents` is what the returned units had paid; `clawBackCents` is what the rest of the line has to pay
 * for a discount that no longer holds (negative when it now has a better one); `agreedCents` is given for units that stay.
 */
export type RefundLine = {
  lineId: string
  unitsBack: number
  paidBackCents: number
  clawBackCents: number
  agreedCents?: number
}
export type RefundFee = { shopId: string; paidBackCents: number; clawBackCents: number }

/** What one return does: Σ paid back − Σ claw-back + Σ agreed − gifts charged − deducted = refund, in fen. */
export type Refund = {
  refundCents: number
  lines: readonly RefundLine[]
  fees: readonly RefundFee[]
  giftChargeCents: number
  /** What the shop keeps by agreement. */
  deductedCents: number
  /** What each bearer of a discount gets back. */
  reversed: readonly Borne[]
  /** Gifts to return, points and cards to take back, points that were used to give back: `kind` says which. */
  grantsBack: readonly Granted[]
  claimsBack: Standing['claims']
  after: Standing
}

function keptAfter({ lines, postageOf = [] }: ReturnRequest, standing: Standing): Kept {
  const kept = keptOf(standing)
  const unitsLeft = new Map(kept.unitsLeft)
  for (const { lineId, units } of lines) unitsLeft.set(lineId, unitsLeftOf(kept, lineId) - units)
  return { unitsLeft, postageReturned: new Set([...kept.postageReturned, ...postageOf]) }
}

/** @param agreed the amounts that this very return agreed, in the order of the lines. */
function refundLines(before: Standing, after: readonly StandingLine[], agreed: readonly number[]): RefundLine[] {
  return before.lines.flatMap((line, i) => {
    const { unitsLeft, leftCents } = after[i] as StandingLine
    const agreedCents = agreed[i] as number
    const unitsBack = line.unitsLeft - unitsLeft
    const paidBackCents = unitsBack === 0 ? 0 : firstUnits(line.leftCents, line.unitsLeft, unitsBack)
    const clawBackCents = leftCents + agreedCents - (line.leftCents - paidBackCents)
    if (unitsBack === 0 && clawBackCents === 0 && agreedCents === 0) return []
    const { lineId } = line
    return [{ lineId, unitsBack, paidBackCents, clawBackCents, ...(agreedCents > 0 && { agreedCents }) }]
  })
}

function refundFees(before: Standing, after: readonly StandingFee[]): RefundFee[] {
  return before.fees.flatMap(({ shopId, isReturned, leftCents }, i) => {
    const fee = after[i] as StandingFee
    const paidBackCents = fee.isReturned && !isReturned ? leftCents : 0
    const clawBackCents = fee.leftCents - (leftCents - paidBackCents)
    return paidBackCents === 0 && clawBackCents === 0 ? [] : [{ shopId, paidBackCents, clawBackCents }]
  })
}

/**
 * Takes goods back and says what that does to money, bearers, gifts, points, cards and coupons; `after` goes into the next call.
 * In any order of returns the refunds, the charged gifts and what was deducted add up to what was paid, under both policies.
 * Errors: everything that is wrong with the request; nothing is given back then.
 */
export function takeBack(order: PaidOrder, before: Standing, request: ReturnRequest): Result<Refund, RefundProblem[]> {
  const problems = checkRequest(request, before)
  if (problems.length > 0) return err(problems)
  const kept = keptAfter(request, before)
  const rest = before.policy === 'keepShares' ? restByShares(order, kept) : restByRules(order, kept)
  const money = moneyAfter(before, request, { kept, rest })
  if (!money.ok) return money
  const { agreed, ...left } = money.value
  const grants = grantsLeft(before.grants, rest.grants)
  const gifts = chargeGifts(grants.back, request.keepsGifts)
  if (!gifts.ok) return gifts
  const backCents = before.leftCents - left.leftCents
  const giftChargeCents = Math.min(gifts.value.chargeCents, backCents)
  const { deductCents: deductedCents = 0 } = request
  const refundCents = backCents - giftChargeCents - deductedCents
  if (refundCents < 0)
    return err([{ code: 'deducted_above_refund', cents: deductedCents, refundCents: backCents - giftChargeCents }])
  const claims = claimsLeft(order, before.claims, rest)
  const borne = borneByCuts([...rest.lines, ...rest.shipping])
  return ok({
    refundCents,
    lines: refundLines(before, left.lines, agreed),
    fees: refundFees(before, left.fees),
    giftChargeCents,
    deductedCents,
    reversed: borneDifference(before.borne, borne),
    grantsBack: gifts.value.back,
    claimsBack: claims.back,
    after: { policy: before.policy, ...left, borne, grants: grants.left, claims: claims.left },
  })
}
