import { err, ok, type Result } from '@zhanggui/kernel'
import type { Granted } from '../price/priced-cart.ts'
import { prorate } from '../share/prorate.ts'
import { firstUnits } from '../share/unit-share.ts'
import { borneByCuts, borneDifference } from './borne.ts'
import { chargeGifts } from './charge-gifts.ts'
import { checkRequest } from './check-request.ts'
import { claimsLeft } from './claims-left.ts'
import { grantsLeft } from './grants-left.ts'
import { restByShares } from './keep-shares.ts'
import type { PaidOrder, RefundProblem, ReturnRequest } from './paid-order.ts'
import { restByRules } from './requalify.ts'
import { type Kept, keptOf, type Rest, unitsLeftOf } from './rest.ts'
import type { Borne, Standing, StandingFee, StandingLine } from './standing.ts'

/**
 * A line of a refund. `paidBackCents` is what the returned units had paid; `clawBackCents` is what the rest of the line has to pay
 * for a discount that no longer holds (negative when it now has a better one).
 */
export type RefundLine = { lineId: string; unitsBack: number; paidBackCents: number; clawBackCents: number }
export type RefundFee = { shopId: string; paidBackCents: number; clawBackCents: number }

/** What one return does: Σ paid back − Σ claw-back − gifts charged = refund, in fen. */
export type Refund = {
  refundCents: number
  lines: readonly RefundLine[]
  fees: readonly RefundFee[]
  giftChargeCents: number
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

type Amounts = { lines: Map<string, number>; fees: Map<string, number>; uncollectedCents: number }

/** What the rest has paid: its price, or where that is more than is left of the payment, what is left, in proportion. */
function amountsOf({ lines, shipping }: Rest, limitCents: number): Amounts {
  const parts = [...lines, ...shipping].map(({ payableCents }) => payableCents)
  const total = parts.reduce((sum, part) => sum + part, 0)
  const paid = parts.slice()
  if (total > limitCents) prorate(limitCents, parts, paid)
  return {
    lines: new Map(lines.map(({ lineId }, i) => [lineId, paid[i] as number])),
    fees: new Map(shipping.map(({ shopId }, i) => [shopId, paid[lines.length + i] as number])),
    uncollectedCents: Math.max(0, total - limitCents),
  }
}

function standingLines(before: Standing, kept: Kept, amounts: Amounts): StandingLine[] {
  return before.lines.map((line) => ({
    ...line,
    unitsLeft: unitsLeftOf(kept, line.lineId),
    leftCents: amounts.lines.get(line.lineId) ?? 0,
  }))
}

function standingFees(before: Standing, kept: Kept, amounts: Amounts): StandingFee[] {
  return before.fees.map(({ shopId }) => ({
    shopId,
    isReturned: kept.postageReturned.has(shopId),
    leftCents: amounts.fees.get(shopId) ?? 0,
  }))
}

function refundLines(before: Standing, after: readonly StandingLine[]): RefundLine[] {
  return before.lines.flatMap((line, i) => {
    const { unitsLeft, leftCents } = after[i] as StandingLine
    const unitsBack = line.unitsLeft - unitsLeft
    const paidBackCents = unitsBack === 0 ? 0 : firstUnits(line.leftCents, line.unitsLeft, unitsBack)
    const clawBackCents = leftCents - (line.leftCents - paidBackCents)
    if (unitsBack === 0 && clawBackCents === 0) return []
    return [{ lineId: line.lineId, unitsBack, paidBackCents, clawBackCents }]
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

const sumLeft = (parts: readonly { leftCents: number }[]): number => parts.reduce((sum, p) => sum + p.leftCents, 0)

/**
 * Takes goods back and says what that does to money, bearers, gifts, points, cards and coupons; `after` goes into the next call.
 * In any order of returns the refunds and the charged gifts add up to what was paid, under both policies.
 * Errors: everything that is wrong with the request; nothing is given back then.
 */
export function takeBack(order: PaidOrder, before: Standing, request: ReturnRequest): Result<Refund, RefundProblem[]> {
  const problems = checkRequest(request, before)
  if (problems.length > 0) return err(problems)
  const kept = keptAfter(request, before)
  const rest = before.policy === 'keepShares' ? restByShares(order, kept) : restByRules(order, kept)
  const amounts = amountsOf(rest, before.leftCents)
  const lines = standingLines(before, kept, amounts)
  const fees = standingFees(before, kept, amounts)
  const leftCents = sumLeft(lines) + sumLeft(fees)
  const grants = grantsLeft(before.grants, rest.grants)
  const gifts = chargeGifts(grants.back, request.keepsGifts)
  if (!gifts.ok) return gifts
  const backCents = before.leftCents - leftCents
  const giftChargeCents = Math.min(gifts.value.chargeCents, backCents)
  const claims = claimsLeft(order, before.claims, rest)
  const borne = borneByCuts([...rest.lines, ...rest.shipping])
  const { policy } = before
  const { uncollectedCents } = amounts
  return ok({
    refundCents: backCents - giftChargeCents,
    lines: refundLines(before, lines),
    fees: refundFees(before, fees),
    giftChargeCents,
    reversed: borneDifference(before.borne, borne),
    grantsBack: gifts.value.back,
    claimsBack: claims.back,
    after: { policy, lines, fees, leftCents, borne, grants: grants.left, claims: claims.left, uncollectedCents },
  })
}
