import { importFormat } from '../import-format.ts'
import { ORDERS } from '../targets/orders.ts'

/** Fields that all forms of the 千牛 order list share; the person who exports may choose columns, so all but a few may lack. */
const ORDER_LIST_FIELDS = {
  orderId: ['订单编号', '主订单编号'],
  buyer: ['买家会员名', '买家会员昵称'],
  total: ['总金额'],
  paid: ['买家实际支付金额', '买家实付金额'],
  postage: ['买家应付邮费'],
  status: ['订单状态'],
  address: ['收货地址'],
  createdAt: ['订单创建时间'],
  paidAt: ['订单付款时间'],
  title: ['宝贝标题'],
  quantity: ['宝贝总数量'],
  device: ['是否手机订单'],
  refund: ['退款金额'],
}

const columns = {
  // The title of an order list is that of all its goods together, so it names no line.
  line_id: "''",
  device: "multiIf({device} IN ('手机订单', '是', '手机'), 'app', isNull({device}), '', 'pc')",
}

/** 订单报表 2022 and later: refunds and the merchant's payout stand in it. */
export const QIANNIU_ORDERS_2022 = importFormat({
  id: 'qianniu_orders_2022',
  nameZh: '千牛 订单报表（2022 起，含退款）',
  nameEn: 'Qianniu order list (2022 on, with refunds)',
  system: '千牛',
  target: ORDERS,
  signature: [
    '订单编号',
    '总金额',
    '买家实际支付金额|买家实付金额',
    '订单状态',
    '订单创建时间',
    '订单付款时间',
    '退款金额',
  ],
  fields: { ...ORDER_LIST_FIELDS, presale: ['预售订单'] },
  columns: {
    ...columns,
    presale: "if(isNull({presale}) OR {presale} IN ('否', '0', '非预售'), 0, 1)",
    refunded_day:
      'if(abs(coalesce({refund}, 0)) > 0, toDate(coalesce({refundedAt}, {paidAt}, {createdAt}), {timeZone:String}), NULL)',
  },
  extraFields: [{ id: 'presale', nameZh: '预售订单', nameEn: 'Pre-sale', kind: 'text', synonyms: ['预售订单'] }],
  options: { paidBasis: 'auto' },
  noteZh: '支付金额是否已扣退款由数据自行判断（总金额 = 支付 + 退款），可在选项 paidBasis 里改为 net 或 gross。',
  noteEn:
    'Whether the paid column is net of refunds is found from the data; option paidBasis (net, gross) overrides it.',
})

/** 订单报表 with the 71 or chosen columns as exported up to about 2021: no refund column. */
export const QIANNIU_ORDERS = importFormat({
  id: 'qianniu_orders',
  nameZh: '千牛 订单报表 ExportOrderList',
  nameEn: 'Qianniu order list (ExportOrderList)',
  system: '千牛',
  target: ORDERS,
  signature: ['订单编号', '总金额', '买家实际支付金额|买家实付金额|支付金额', '订单状态', '订单创建时间'],
  fields: { ...ORDER_LIST_FIELDS, paid: [...ORDER_LIST_FIELDS.paid, '支付金额'] },
  columns,
  options: { paidBasis: 'gross' },
  noteZh: '按表头名识别，导出时少选列也可以。收货人、电话、详细地址不会保存，只留省市。',
  noteEn:
    'Columns go by name, so chosen columns do no harm. Names, phones and street addresses are not kept, only province and city.',
})
