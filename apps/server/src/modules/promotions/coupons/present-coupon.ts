import type { Coupon } from '@zhanggui/contract'
import type { BatchRow, CouponRow } from './schema.ts'

/** A coupon as the contract shows it: whose it is stays out. */
export const presentCoupon = (row: CouponRow, { name }: Pick<BatchRow, 'name'>): Coupon => ({
  id: row.id,
  batch: row.batch,
  ruleId: row.rule,
  name,
  state: row.state,
  claimedAt: row.claimedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  orderId: row.orderId,
})
