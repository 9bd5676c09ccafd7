import { ApiFailure, type FactWords } from '../../../http/api-failure.ts'
import type { OrderState } from './schema.ts'

/** Where an order stands with its promotions, as people say it. */
const STATE_WORDS: Readonly<Record<OrderState, FactWords>> = {
  locked: { zh: '待付款', en: 'waiting to be paid' },
  deposit: { zh: '定金已付，等尾款', en: 'waiting for its balance' },
  paid: { zh: '已付款', en: 'paid' },
  released: { zh: '已关闭，优惠已退回', en: 'closed, with what it held given back' },
  forfeited: { zh: '已关闭，定金不退', en: 'closed, with its deposit kept' },
  returned: { zh: '已全部退货', en: 'returned as a whole' },
}

/** An order that is no longer where the caller thought it was; `is` is its state for machines, `state` the same in words. */
export const orderMoved = (order: string, state: OrderState): ApiFailure =>
  new ApiFailure('order_moved', { order, state: STATE_WORDS[state], is: state })
