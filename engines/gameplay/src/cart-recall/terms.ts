import type { BusinessDay } from '@zhanggui/kernel'
import type { Arm, Arms } from '../experiment/arms.ts'
import { count, day, type Field, money, optional, percent, text, type ValuesOf } from '../programme/field.ts'

export const RECALL_TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 14),
  idleDays: count('加购后几天没买', 'Days in the cart without a purchase', 2, { max: 60 }),
  cartMinCents: money('购物车至少', 'Cart at least', 5000),
  rightDays: count('回购权有效天数', 'Days the right is good for', 3, { min: 1, max: 60 }),
  settleDays: count('到期后几天结清', 'Days until it is settled', 7, { max: 60 }),
  faceCents: money('优惠面额', 'Worth of the offer', 2000, { min: 1 }),
  batch: optional(
    text('券批次（留空则由店铺自己发）', 'Coupon batch (empty: the shop gives it)', 'recall', { max: 60 }),
  ),
  heldBp: percent('不发的对照组占比', 'Share that is held back', 2000, { min: 500, max: 9000 }),
  budgetCents: money('预算', 'Budget', 1_000_000, { min: 1 }),
}
export type RecallTerms = Omit<ValuesOf<typeof RECALL_TERMS>, 'batch'> & { readonly batch: string | null }

/** `promisedCents`: offers that may still be used; `spentCents`: of those who came back and bought. */
export type RecallDesk = { arms: Arms; promisedCents: number; spentCents: number }

export type RecalledCart = {
  arm: Arm
  cartCents: number
  addedDay: BusinessDay
  fromDay: BusinessDay
  throughDay: BusinessDay
  paidCents: number
  /** Changes of what was paid; each names its entry in the ledger. */
  moves: number
  /** Nothing more is counted for it; what comes back still is. */
  isSettled: boolean
  status: 'offered' | 'held' | 'bought' | 'lapsed'
}

export const ENROL = {
  cartCents: money('购物车金额', 'Worth of the cart', 19_900, { min: 1 }),
  addedDay: day('加购日', 'Day it was put there', -3),
} satisfies Record<string, Field>

export const COUNT = { paidCents: money('有效期内已付（退款已减）', 'Paid within the days, refunds taken off', 19_900) }
