import type { Rng } from '@zhanggui/kernel'

export type Refund = { index: number; cents: number; full: boolean; beforeDispatch: boolean }

/** Planted: what share of refunds comes before the parcel leaves, and what share is only partial. */
export const REFUND_SHAPE = { beforeDispatchShare: 0.25, partialShare: 0.12, meanDelayDays: 8 }

/**
 * Whether, when and how much of a paid line is given back.
 * Shape: null when it is kept. Unit: `index` is the day's index; it may lie beyond the market's last day.
 */
export function drawRefund(options: { rate: number; paidIndex: number; paidCents: number }, rng: Rng): Refund | null {
  const { rate, paidIndex, paidCents } = options
  if (rng.next() >= rate) return null
  const beforeDispatch = rng.next() < REFUND_SHAPE.beforeDispatchShare
  const delay = beforeDispatch ? rng.int(2) : 3 + rng.poisson(REFUND_SHAPE.meanDelayDays - 3)
  const full = beforeDispatch || rng.next() >= REFUND_SHAPE.partialShare
  const share = full ? 1 : 0.2 + 0.4 * rng.next()
  return { index: paidIndex + delay, cents: Math.round(paidCents * share), full, beforeDispatch }
}
