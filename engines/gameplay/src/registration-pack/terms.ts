import type { BusinessDay } from '@zhanggui/kernel'
import { count, day, type Field, money, rows, text, type ValuesOf } from '../programme/field.ts'

const TIER = {
  batch: text('券批次', 'Coupon batch', 'welcome', { max: 60 }),
  minCents: money('满', 'From', 9900),
  faceCents: money('减', 'Off', 1000, { min: 1 }),
  count: count('张数', 'Coupons', 1, { min: 1, max: 20 }),
} satisfies Record<string, Field>

export const PACK_TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 30),
  valueCents: money('礼包总面额', 'Worth of a pack', 10_000, { min: 1 }),
  tiers: rows('分档', 'Tiers', {
    fields: TIER,
    min: 1,
    max: 20,
    example: [
      { batch: 'welcome-10', minCents: 5900, faceCents: 1000, count: 1 },
      { batch: 'welcome-30', minCents: 19_900, faceCents: 3000, count: 1 },
      { batch: 'welcome-60', minCents: 39_900, faceCents: 6000, count: 1 },
    ],
  }),
  countDays: count('领取后几天内的购买算拉新', 'Days in which a purchase counts', 30, { min: 1, max: 366 }),
  budgetCents: money('预算', 'Budget', 1_000_000, { min: 1 }),
}
export type PackTerms = ValuesOf<typeof PACK_TERMS>

/**
 * `promisedCents`: face value that may still be used. `redeemedCents`: what used coupons cost, the only cost there is. `buyers`: new
 * buyers who paid within their days.
 */
export type PackDesk = {
  packs: number
  promisedCents: number
  redeemedCents: number
  buyers: number
  paidCents: number
}

export type Pack = {
  fromDay: BusinessDay
  /** Last day on which a purchase counts. */
  throughDay: BusinessDay
  paidCents: number
  redeemedCents: number
  /** Changes of what was redeemed; each names its entry in the ledger. */
  moves: number
  /** Its days are over: what was not used is promised no more. */
  isSettled: boolean
  status: 'given' | 'bought' | 'lapsed'
}

export const REGISTER = {} satisfies Record<string, Field>
export const COUNT_PACK = {
  paidCents: money('期内已付（退款已减）', 'Paid within the days, refunds taken off', 19_900),
  redeemedCents: money('用掉的券抵扣', 'What used coupons took off', 1000),
}
