import type { PromotionOrderState, ReturnPolicy } from '@zhanggui/contract'

/** States of an order in the order of its life, as a list offers them. */
export const ORDER_STATES = [
  'locked',
  'deposit',
  'paid',
  'returned',
  'released',
  'forfeited',
] as const satisfies readonly PromotionOrderState[]

export const POLICIES = ['keepShares', 'requalify'] as const satisfies readonly ReturnPolicy[]
