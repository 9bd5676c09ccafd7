import { encodeGbk } from './encode-gbk.ts'

/** The columns of the order list that 千牛 exports and that an import reads, in its order. */
const HEADERS = [
  '订单编号',
  '买家会员名',
  '买家应付货款',
  '买家应付邮费',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '收货人姓名',
  '收货地址 ',
  '联系手机',
  '订单创建时间',
  '订单付款时间 ',
  '宝贝标题 ',
  '宝贝种类 ',
  '宝贝总数量',
  '退款金额',
]

const PROVINCES = ['浙江省', '广东省', '江苏省', '上海', '北京']

type Order = { id: string; total: string; status: string; createdAt: string; paidAt: string; paid: string }

const clock = (minute: number): string => {
  const [day, hour, rest] = [1 + Math.floor(minute / 1440), Math.floor((minute % 1440) / 60), minute % 60]
  return `2025-11-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}:00`
}

function order(index: number): Order {
  const unpaid = index % 10 === 9
  const total = (100 + (index % 37) * 7.5).toFixed(2)
  return {
    id: `="25110000000000${String(10_001 + index)}"`,
    total,
    status: unpaid ? '等待买家付款' : '交易成功',
    createdAt: clock(index * 97),
    paidAt: unpaid ? '' : clock(index * 97 + 3),
    paid: unpaid ? '0.00' : total,
  }
}

const cells = (at: Order, index: number): string[] => [
  at.id,
  `买家${index % 40}`,
  at.total,
  '0.00',
  at.total,
  at.paid,
  at.status,
  '张三',
  `${PROVINCES[index % PROVINCES.length]} 某市 某区 某路 ${index} 号`,
  `'138${String(10_000_000 + index)}`,
  at.createdAt,
  at.paidAt,
  '北欧实木餐桌',
  '1',
  '1',
  '0.00',
]

const line = (values: readonly string[]): string =>
  values.map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')

/** Three kinds of damage that real exports carry: an id that Excel rounded, a day that is none, an amount that is none. */
const DAMAGED: readonly Partial<Order>[] = [
  { id: '2.511E+18' },
  { id: '="2511000000000099998"', createdAt: '2025-13-45 10:00:00' },
  { id: '="2511000000000099999"', total: '一百元' },
]

export const DAMAGED_ROWS = DAMAGED.length

/** A month's order list as GBK bytes: `rows` sound orders, every tenth unpaid, then the damaged ones. */
export function orderExport(rows: number): Buffer {
  const sound = Array.from({ length: rows }, (_, index) => cells(order(index), index))
  const damaged = DAMAGED.map((damage, index) => cells({ ...order(rows + index), ...damage }, rows + index))
  return encodeGbk([HEADERS, ...sound, ...damaged].map(line).join('\r\n'))
}
