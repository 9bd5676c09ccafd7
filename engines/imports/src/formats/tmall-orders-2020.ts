import { importFormat } from '../import-format.ts'
import { ORDERS } from '../targets/orders.ts'

export const TMALL_ORDERS_2020 = importFormat({
  id: 'tmall_orders_2020_02',
  nameZh: '天猫订单（2020 年 2 月教学数据）',
  nameEn: 'Tmall orders, February 2020 (teaching data)',
  system: 'public data',
  target: ORDERS,
  signature: ['订单编号', '总金额', '买家实际支付金额', '收货地址', '订单创建时间', '订单付款时间', '退款金额'],
  fields: {
    orderId: ['订单编号'],
    total: ['总金额'],
    paid: ['买家实际支付金额'],
    address: ['收货地址'],
    createdAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    refund: ['退款金额'],
  },
  // The paid column is what the shop kept: on every paid order 总金额 = 买家实际支付金额 + 退款金额.
  options: { paidBasis: 'net' },
  noteZh: '“买家实际支付金额”已扣除退款，导入时加回；没有付款时间的订单为未付款。',
  noteEn: 'The paid column is net of refunds, which are added back; an order without a payment time was never paid.',
})
