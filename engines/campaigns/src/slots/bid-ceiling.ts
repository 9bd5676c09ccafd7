import { assert } from '@zhanggui/kernel'
import type { Auction } from './slot-booking.ts'

const BP = 10_000n

/**
 * Most that a slot is worth (P4.13): visits that would not have come anyway × conversion × margin of an order, less what must be
 * kept of it. Unit: fen, rounded down once, so that a bid at the ceiling never costs more than it brings. A margin below zero is
 * worth nothing. Errors: throws on shares outside 0–10,000 and fractions.
 * @example bidCeiling({ expectedVisits: 10_000, incrementalBp: 6000, cvrBp: 300, marginCentsPerOrder: 4000, keepBp: 2000 }) // 576,000
 */
export function bidCeiling(given: Omit<Auction, 'bidCents' | 'paidCents'>): number {
  const { expectedVisits, incrementalBp, cvrBp, marginCentsPerOrder, keepBp } = given
  for (const share of [incrementalBp, cvrBp, keepBp])
    assert(Number.isInteger(share) && share >= 0 && share <= 10_000, 'shares are basis points from 0 to 10,000')
  assert(Number.isSafeInteger(expectedVisits) && expectedVisits >= 0, 'visits are counted')
  assert(Number.isSafeInteger(marginCentsPerOrder), 'margin is whole fen')
  if (marginCentsPerOrder <= 0) return 0
  const worth =
    BigInt(expectedVisits) * BigInt(incrementalBp) * BigInt(cvrBp) * BigInt(marginCentsPerOrder) * (BP - BigInt(keepBp))
  return Number(worth / (BP * BP * BP))
}

/** What came of a slot that was paid for: what it brought against what it cost. Null where one of the two is not known. */
export type SlotResult = { paidCents: number; ceilingCents: number; overCeiling: boolean; visitsShort: number | null }

/** The price that was paid, looked at afterwards: above the ceiling, or with fewer visits than the bid was reckoned from. */
export function checkPaidPrice(auction: Auction, visits: number | null): SlotResult | null {
  if (auction.paidCents === null) return null
  const ceilingCents = bidCeiling(auction)
  return {
    paidCents: auction.paidCents,
    ceilingCents,
    overCeiling: auction.paidCents > ceilingCents,
    visitsShort: visits === null ? null : Math.max(0, auction.expectedVisits - visits),
  }
}
