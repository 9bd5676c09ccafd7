import { HISTORY } from '../frame/layout.ts'

/**
 * What is remembered of one buyer, source or device: how much was ordered and what became of it, older things counting less.
 * `orders` and `cents` fade by half in four weeks, `settled` and `frauds` in one; `at` is when they were last touched, UTC ms.
 */
export type RiskProfile = { orders: number; cents: number; settled: number; frauds: number; at: number }

export const NO_PROFILE: RiskProfile = { orders: 0, cents: 0, settled: 0, frauds: 0, at: 0 }

const DAY_MS = 86_400_000
const SPENDING_HALF_MS = 28 * DAY_MS
/** Known outcomes fade faster: a source that was taken over last week says nothing of the one before. */
const OUTCOME_HALF_MS = 7 * DAY_MS
/** So many good orders are thought of everybody before the first outcome is known, or one fraud would condemn a newcomer. */
const PRIOR_SETTLED = 4
/** Fewer orders than this do not say what is usual. */
const USUAL_ORDERS_MIN = 0.5
const SIXTEENTHS = 16
const BYTE = 255

function faded(profile: RiskProfile, at: number): RiskProfile {
  const passed = Math.max(0, at - profile.at)
  const spending = 2 ** (-passed / SPENDING_HALF_MS)
  const outcome = 2 ** (-passed / OUTCOME_HALF_MS)
  return {
    orders: profile.orders * spending,
    cents: profile.cents * spending,
    settled: profile.settled * outcome,
    frauds: profile.frauds * outcome,
    at: Math.max(at, profile.at),
  }
}

/** An order was placed under the key. */
export function noteOrder(profile: RiskProfile, { cents, at }: { cents: number; at: number }): RiskProfile {
  const now = faded(profile, at)
  return { ...now, orders: now.orders + 1, cents: now.cents + cents }
}

/** What became of an order of the key is known since `at`. */
export function noteOutcome(profile: RiskProfile, { fraud, at }: { fraud: boolean; at: number }): RiskProfile {
  const now = faded(profile, at)
  return { ...now, settled: now.settled + 1, frauds: now.frauds + (fraud ? 1 : 0) }
}

function toUsual(buyer: RiskProfile, cents: number): number {
  if (buyer.orders < USUAL_ORDERS_MIN || buyer.cents <= 0) return 0
  return Math.max(1, Math.min(BYTE, Math.round((SIXTEENTHS * cents * buyer.orders) / buyer.cents)))
}

const fraudByte = ({ settled, frauds }: RiskProfile): number =>
  Math.min(BYTE, Math.round((BYTE * frauds) / (settled + PRIOR_SETTLED)))

export type RiskProfiles = { buyer: RiskProfile; source: RiskProfile; device: RiskProfile }

/**
 * What is known of who orders, as four bytes that travel with the order and are journaled with it: whatever is learnt later, a
 * replay judges by what was known then.
 */
export function historyWord(profiles: RiskProfiles, { cents, at }: { cents: number; at: number }): number {
  const buyer = faded(profiles.buyer, at)
  return (
    (toUsual(buyer, cents) << HISTORY.amountToUsual) |
    (fraudByte(buyer) << HISTORY.buyerFraud) |
    (fraudByte(faded(profiles.source, at)) << HISTORY.sourceFraud) |
    (fraudByte(faded(profiles.device, at)) << HISTORY.deviceFraud)
  )
}
