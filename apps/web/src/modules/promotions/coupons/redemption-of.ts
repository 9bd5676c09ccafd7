import type { CouponBatch } from '@zhanggui/contract'

/** Used ÷ claimed; null while nothing is claimed. */
export const redemptionOf = ({ used, claimed }: Pick<CouponBatch, 'used' | 'claimed'>): number | null =>
  claimed === 0 ? null : used / claimed
