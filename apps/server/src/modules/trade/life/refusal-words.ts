import type { LifeRefusal } from '@zhanggui/orders'

/** Why an order cannot do what it was asked, and what to do instead. */
export const REFUSAL_WORDS: Readonly<Record<LifeRefusal, { zh: string; en: string }>> = {
  wrong_stage: {
    zh: '订单现在的状态不能这样处理，请刷新后查看',
    en: 'the order is at another stage; refresh and look',
  },
  settling_now: { zh: '正在确认付款，请几秒后再试', en: 'its payment is being settled; try again in a few seconds' },
  amount_differs: {
    zh: '同一笔付款的金额前后不符，请与支付服务商核对',
    en: 'the same payment came with another amount; ask the provider',
  },
  parcel_unknown: { zh: '没有这个包裹，请核对编号', en: 'there is no such parcel; check its number' },
  parcel_exists: { zh: '包裹编号已用过，请换一个', en: 'the parcel number is taken; choose another' },
  parcel_state: { zh: '包裹已发出或已送达，不能这样处理', en: 'the parcel has been sent or delivered already' },
  case_unknown: { zh: '没有这个售后单，请核对编号', en: 'there is no such after-sale case; check its number' },
  case_exists: { zh: '售后单编号已用过，请换一个', en: 'the case number is taken; choose another' },
  case_state: { zh: '售后单已到下一步，请刷新后查看', en: 'the case has moved on; refresh and look' },
  line_unknown: { zh: '订单里没有这一行，请核对行号', en: 'the order has no such line; check the line' },
  units_invalid: { zh: '件数应为正整数，且每行只写一次', en: 'units are whole numbers above zero, each line once' },
  units_differ: {
    zh: '件数超过可处理的数量（已退、已发或在其他售后单中）',
    en: 'more units than there are left to act on',
  },
  already_sent: {
    zh: '已有包裹发出或已有售后，请改走售后',
    en: 'something was sent or returned already; open an after-sale case',
  },
  not_delivered: { zh: '有包裹丢失未处理，请先补发或退款', en: 'a parcel is lost; reissue or refund it first' },
  after_sale_over: { zh: '已过售后期', en: 'the time for after-sale is over' },
  amount_invalid: {
    zh: '金额不对：应为正整数分，且不超过订单实收',
    en: 'amounts are whole fen, at most what the order has kept',
  },
}
