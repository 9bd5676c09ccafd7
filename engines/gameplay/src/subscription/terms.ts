import type { BusinessDay } from '@zhanggui/kernel'
import { count, day, flag, money, rows, sku, type ValuesOf } from '../programme/field.ts'
import type { Window } from '../programme/window.ts'

export const SUBSCRIPTION_TERMS = {
  fromDay: day('可订开始日', 'First day to subscribe', 0),
  throughDay: day('可订结束日（含）', 'Last day to subscribe', 90),
  skuId: sku('商品', 'Item', 'item'),
  priceCents: money('每期锁定价', 'Locked price of a delivery', 9900, { min: 1 }),
  everyDaysMin: count('最短间隔（天）', 'Days between, at least', 14, { min: 1, max: 366 }),
  everyDaysMax: count('最长间隔（天）', 'Days between, at most', 60, { min: 1, max: 366 }),
  timesMin: count('最少期数', 'Deliveries at least', 3, { min: 1, max: 60 }),
  timesMax: count('最多期数', 'Deliveries at most', 12, { min: 1, max: 60 }),
  shipsFree: flag('包邮', 'Shipping is free', true),
  gifts: rows('赠品', 'Gifts', {
    fields: { delivery: count('第几期', 'Delivery', 3, { min: 1, max: 60 }), giftSkuId: sku('赠品', 'Gift', 'gift') },
    example: [{ delivery: 3, giftSkuId: 'gift' }],
    min: 0,
    max: 60,
  }),
  changeDays: count('发货前几天停止更改', 'No change so many days before', 2, { max: 30 }),
  skipsMax: count('最多跳过几期', 'Deliveries that may be skipped', 3, { max: 60 }),
  pauseDaysMax: count('一次最多暂停几天', 'Days of a pause at most', 60, { max: 366 }),
  perBuyerMax: count('每人限订', 'Subscriptions a buyer', 2, { min: 1, max: 100 }),
}
export type SubscriptionTerms = ValuesOf<typeof SUBSCRIPTION_TERMS>

export type SubscriptionDesk = {
  subscribed: number
  cancelled: number
  finished: number
  delivered: number
  stockOuts: readonly Window[]
}

export type SubscriptionState = {
  startedDay: BusinessDay
  firstDay: BusinessDay
  everyDays: number
  times: number
  units: number
  skipped: readonly number[]
  pauses: readonly Window[]
  /** Deliveries that have left. */
  delivered: number
  status: 'active' | 'finished' | 'cancelled'
  /** The day it was cancelled or the last delivery left. */
  endedDay: BusinessDay | null
}
