import type { BusinessDay } from '@zhanggui/kernel'
import type { Arm, Arms } from '../experiment/arms.ts'
import { choice, count, day, money, percent, rows, type ValuesOf } from '../programme/field.ts'

export const PAYMENT_TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 14),
  offer: choice('测试哪种支付', 'What is offered', [
    { value: 'instalments', zh: '分期免息', en: 'Instalments without interest' },
    { value: 'payLater', zh: '先享后付', en: 'Pay later' },
  ]),
  rates: rows('商家承担的费率', 'Fee that the seller bears', {
    fields: {
      times: count('期数（先享后付填 1）', 'Instalments (1 for pay later)', 3, { min: 1, max: 60 }),
      feeBp: percent('费率', 'Rate', 180, { max: 5000 }),
    },
    example: [
      { times: 3, feeBp: 180 },
      { times: 6, feeBp: 450 },
    ],
    max: 12,
  }),
  minCents: money('订单满多少可用', 'Order at least', 10_000),
  maxCents: money('订单最高', 'Order at most', 1_000_000, { min: 1 }),
  tierMin: count('最低会员等级', 'Member level at least', 0, { max: 100 }),
  marginBp: percent('商品毛利率（优惠后）', 'Gross margin after discounts', 4000),
  heldBp: percent('不展示的对照组占比', 'Share that is not shown it', 5000, { min: 500, max: 9000 }),
  abandonDays: count('几天没付算放弃', 'Days until it counts as given up', 1, { min: 1, max: 15 }),
}
export type PaymentTerms = ValuesOf<typeof PAYMENT_TERMS>

/** Fen by arm: what was paid, and what the offered way of paying costs the seller. */
export type PaymentDesk = { arms: Arms; usedOffer: number; feeCents: number }

export type Checkout = {
  arm: Arm
  amountCents: number
  arrivedDay: BusinessDay
  /** Instalments of the offered way; 0: paid another way, or not at all. */
  times: number
  feeCents: number
  status: 'open' | 'paid' | 'abandoned' | 'returned'
}

export const ARRIVE = { amountCents: money('应付金额', 'Amount due', 39_900, { min: 1 }) }
export const PAY = {
  times: count('几期（0：用别的方式付清）', 'Instalments (0: another way)', 3, { max: 60 }),
}
