import { err, ok, type Result } from '@zhanggui/kernel'

const DAY_MS = 86_400_000

/** The terms on which coupons of a batch are given out. Instants in milliseconds, ends are not included. */
export type CouponTerms = {
  total: number
  perBuyer: number
  claimFromMs: number
  claimUntilMs: number
  /** Members of a tier may come earlier (会员提前购). */
  earlyAccess?: readonly { minTier: number; fromMs: number }[]
  validUntilMs?: number
  validDays?: number
}

export type ClaimRefusal =
  | { code: 'not_open_yet'; fromMs: number }
  | { code: 'closed'; untilMs: number }
  | { code: 'none_left'; total: number }
  | { code: 'buyer_has_all'; perBuyer: number }

/** The first instant at which a member of a tier may claim. */
export const claimOpensMs = ({ claimFromMs, earlyAccess = [] }: CouponTerms, tier: number): number =>
  Math.min(claimFromMs, ...earlyAccess.filter(({ minTier }) => tier >= minTier).map(({ fromMs }) => fromMs))

/** When a coupon that is claimed now ends: with the batch, or so many days later, whichever is first. */
export function couponEndsMs({ validUntilMs, validDays }: CouponTerms, atMs: number): number {
  const days = validDays === undefined ? Number.POSITIVE_INFINITY : atMs + validDays * DAY_MS
  return Math.min(validUntilMs ?? Number.POSITIVE_INFINITY, days)
}

/**
 * Whether a buyer may claim one more coupon of a batch (P6.08, P6.12). Shape: when the coupon will end.
 * Errors: not open for this tier yet, over, none left, or this buyer has all they may have; in this order.
 */
export function checkClaim(
  terms: CouponTerms,
  asked: { atMs: number; tier: number; claimed: number; claimedByBuyer: number },
): Result<{ expiresAtMs: number }, ClaimRefusal> {
  const { atMs, tier, claimed, claimedByBuyer } = asked
  const opensMs = claimOpensMs(terms, tier)
  if (atMs < opensMs) return err({ code: 'not_open_yet', fromMs: opensMs })
  const endsMs = couponEndsMs(terms, atMs)
  if (atMs >= terms.claimUntilMs || atMs >= endsMs)
    return err({ code: 'closed', untilMs: Math.min(terms.claimUntilMs, endsMs) })
  if (claimed >= terms.total) return err({ code: 'none_left', total: terms.total })
  if (claimedByBuyer >= terms.perBuyer) return err({ code: 'buyer_has_all', perBuyer: terms.perBuyer })
  return ok({ expiresAtMs: endsMs })
}
