import { err, ok, type Result } from '@zhanggui/kernel'

export const COUPON_STATES = ['claimed', 'locked', 'used', 'expired', 'void'] as const
export type CouponState = (typeof COUPON_STATES)[number]

/** One coupon in somebody's hands. `expiresAtMs` is the first instant at which it cannot be used any more. */
export type Coupon = { state: CouponState; orderId?: string; expiresAtMs: number }

/**
 * `lock`: an order is placed with it; `use`: that order is paid; `release`: it is not; `giveBack`: the paid order came back;
 * `expire`: its time is over; `void`: the shop takes it back.
 */
export type CouponMove =
  | { kind: 'lock' | 'use' | 'release' | 'giveBack'; orderId: string; atMs: number }
  | { kind: 'expire' | 'void'; atMs: number }

export type CouponRefusal =
  | { code: 'wrong_state'; state: CouponState }
  | { code: 'other_order'; orderId: string }
  | { code: 'expired'; expiresAtMs: number }
  | { code: 'not_over_yet'; expiresAtMs: number }

/** The states that each move starts from; anything else is refused. */
export const MOVES_FROM: Readonly<Record<CouponMove['kind'], readonly CouponState[]>> = {
  lock: ['claimed'],
  use: ['locked'],
  release: ['locked'],
  giveBack: ['used'],
  expire: ['claimed'],
  void: ['claimed'],
}

/** A coupon that comes back after its time is over has nothing left to be used. */
const restored = ({ expiresAtMs }: Coupon, atMs: number): Coupon => ({
  state: atMs < expiresAtMs ? 'claimed' : 'expired',
  expiresAtMs,
})

function checkOrder(coupon: Coupon, move: CouponMove): CouponRefusal | undefined {
  if (!('orderId' in move) || move.kind === 'lock' || coupon.orderId === move.orderId) return undefined
  return { code: 'other_order', orderId: coupon.orderId ?? '' }
}

function checkTime({ expiresAtMs }: Coupon, { kind, atMs }: CouponMove): CouponRefusal | undefined {
  if (kind === 'lock' && atMs >= expiresAtMs) return { code: 'expired', expiresAtMs }
  if (kind === 'expire' && atMs < expiresAtMs) return { code: 'not_over_yet', expiresAtMs }
  return undefined
}

/**
 * The course of a coupon (P6.08). A coupon that was locked in time is used in time, however late the payment comes in.
 * Errors: the move does not start from this state, belongs to another order, or comes too late or too early.
 */
export function moveCoupon(coupon: Coupon, move: CouponMove): Result<Coupon, CouponRefusal> {
  if (!MOVES_FROM[move.kind].includes(coupon.state)) return err({ code: 'wrong_state', state: coupon.state })
  const refusal = checkOrder(coupon, move) ?? checkTime(coupon, move)
  if (refusal) return err(refusal)
  const { expiresAtMs } = coupon
  switch (move.kind) {
    case 'lock':
      return ok({ state: 'locked', orderId: move.orderId, expiresAtMs })
    case 'use':
      return ok({ state: 'used', orderId: move.orderId, expiresAtMs })
    case 'release':
    case 'giveBack':
      return ok(restored(coupon, move.atMs))
    case 'expire':
      return ok({ state: 'expired', expiresAtMs })
    case 'void':
      return ok({ state: 'void', expiresAtMs })
  }
}
