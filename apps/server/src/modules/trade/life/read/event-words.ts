import type { CancelReason, LifeEvent, LifeEventKind } from '@zhanggui/orders'

type Words = { zh: string; en: string }

const WORDS: Readonly<Record<LifeEventKind, Words>> = {
  placed: { zh: '下单，占用库存与优惠', en: 'Placed; stock and coupons are held' },
  check_passed: { zh: '买家通过二次验证', en: 'The buyer passed the second check' },
  money_came: { zh: '收到付款', en: 'Money came in' },
  money_extra: { zh: '收到多余的付款，原路退回', en: 'Money that was not due came in and goes back' },
  deposit_settled: { zh: '定金已付', en: 'The deposit is paid' },
  paid: { zh: '付款完成', en: 'Paid' },
  cancelled: { zh: '订单关闭', en: 'Closed' },
  parcels_planned: { zh: '已安排发货仓', en: 'Warehouses were chosen' },
  parcel_sent: { zh: '包裹已发出', en: 'A parcel was sent' },
  parcel_scanned: { zh: '包裹有新的物流记录', en: 'A parcel was scanned' },
  parcel_delivered: { zh: '包裹已送达', en: 'A parcel was delivered' },
  parcel_lost: { zh: '包裹丢失', en: 'A parcel was lost' },
  shipped: { zh: '全部发出', en: 'Everything was sent' },
  received: { zh: '确认收货', en: 'Received' },
  case_asked: { zh: '申请售后', en: 'After-sale was asked for' },
  case_agreed: { zh: '同意售后', en: 'After-sale was agreed to' },
  case_refused: { zh: '拒绝售后', en: 'After-sale was refused' },
  case_withdrawn: { zh: '售后撤销', en: 'After-sale was withdrawn' },
  case_goods_back: { zh: '退货已到仓', en: 'Goods came back' },
  case_replacing: { zh: '正在为换货补发备货', en: 'A replacement is being taken from stock' },
  case_replacement_gone: {
    zh: '已无货可换，改为退款',
    en: 'Nothing left to replace it with; the money goes back instead',
  },
  case_sending: { zh: '补发包裹待发出', en: 'A replacement is to be sent' },
  case_refunding: { zh: '正在退款', en: 'The refund is under way' },
  case_done: { zh: '售后完成', en: 'After-sale is done' },
  refund_asked: { zh: '发起退款', en: 'A refund was asked for' },
  refund_done: { zh: '退款到账', en: 'The refund arrived' },
}

/** Why an order ended early, in words. */
export const CANCEL_WORDS: Readonly<Record<CancelReason, Words>> = {
  buyer: { zh: '买家取消', en: 'by the buyer' },
  shop: { zh: '店铺取消', en: 'by the shop' },
  lapsed: { zh: '超时未付款', en: 'not paid in time' },
  forfeited: { zh: '尾款未付，定金不退', en: 'the balance was not paid; the deposit is kept' },
  stock_gone: { zh: '付款到达时已无库存，货款退回', en: 'the stock was gone when the money came; it goes back' },
  coupons_gone: { zh: '付款到达时优惠已失效，货款退回', en: 'the coupons were gone when the money came; it goes back' },
  unverified: { zh: '未通过二次验证', en: 'the second check was not passed' },
}

/** One event in words, with why and by whom where that is known. */
export function sayEvent({ kind, reason, by, parcelId, caseId }: LifeEvent): Words {
  const { zh, en } = WORDS[kind]
  const about = parcelId ?? caseId
  const why = kind === 'cancelled' && reason !== undefined ? CANCEL_WORDS[reason as CancelReason] : undefined
  const silent = by === 'time' && !why
  return {
    zh: `${zh}${about ? ` ${about}` : ''}${why ? `：${why.zh}` : ''}${silent ? '（超时自动）' : ''}`,
    en: `${en}${about ? ` ${about}` : ''}${why ? `: ${why.en}` : ''}${silent ? ' (by time)' : ''}`,
  }
}
