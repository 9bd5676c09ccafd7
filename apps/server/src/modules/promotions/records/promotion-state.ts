import type { PromotionBody, PromotionState } from '@zhanggui/contract'
import type { LivingPromotion } from './promotion-rows.ts'

const phaseOf = ({ from, until }: PromotionBody, nowMs: number): PromotionState => {
  if (nowMs < Date.parse(from)) return 'approved'
  return nowMs < Date.parse(until) ? 'active' : 'ended'
}

/**
 * Where a promotion stands at a moment. What is in force speaks first; a newer version that waits shows once nothing is in force
 * any more, and in `version` beside `approvedVersion`.
 */
export function promotionStateOf(
  { row, newest, approved }: LivingPromotion,
  at: { now: Date; isWaiting: boolean },
): PromotionState {
  if (row.stoppedAt) return 'stopped'
  if (approved) return phaseOf(approved.body, at.now.getTime())
  if (at.isWaiting) return 'waiting'
  const isSound = newest.checkedAt !== null && !newest.findings?.some((f) => f.severity === 'error')
  return isSound ? 'checked' : 'draft'
}
