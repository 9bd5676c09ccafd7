import { importFormat } from '../import-format.ts'
import { ORDERS } from '../targets/orders.ts'

/** 宝贝报表: a row a sub-order, without buyer and address, which the order list brings. */
export const QIANNIU_ITEMS = importFormat({
  id: 'qianniu_order_items',
  nameZh: '千牛 宝贝报表 / 销售明细 ExportItemList',
  nameEn: 'Qianniu order items (ExportItemList)',
  system: '千牛',
  target: ORDERS,
  signature: ['子订单编号', '主订单编号', '标题|商品标题', '购买数量', '订单状态', '订单创建时间'],
  fields: {
    orderId: ['主订单编号'],
    lineId: ['子订单编号'],
    title: ['标题', '商品标题'],
    unitPrice: ['价格'],
    quantity: ['购买数量'],
    itemId: ['商品ID'],
    skuId: ['商家编码', '外部系统编号'],
    status: ['订单状态'],
    total: ['买家应付货款'],
    paid: ['买家实际支付金额', '买家实付金额'],
    refund: ['退款金额'],
    createdAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
  },
  options: { paidBasis: 'auto' },
  noteZh: '与订单报表一起导入时，金额以子订单为准，邮费等差额留在订单上，合计不变。',
  noteEn:
    'Imported with the order list, amounts follow the lines; postage and other differences stay on the order, so totals hold.',
})
