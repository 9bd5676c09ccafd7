import type { Rng } from '@zhanggui/kernel'

export type SeedTable = { name: string; header: readonly string[]; row: (rng: Rng, index: number) => string[] }

const two = (n: number): string => String(n).padStart(2, '0')
// Two days of one month: each month more is a partition more to write, which costs time and shows nothing.
const time = (rng: Rng): string =>
  `2026-05-0${1 + rng.int(2)} ${two(rng.int(24))}:${two(rng.int(60))}:${two(rng.int(60))}`
const yuan = (rng: Rng): string => (rng.int(100_000) / 100).toFixed(2)

/** Small good files of the common forms: what the mutations start from. */
export const SEED_TABLES: readonly SeedTable[] = [
  {
    name: 'ExportOrderList.csv',
    header: [
      '订单编号',
      '买家会员名',
      '总金额',
      '买家实际支付金额',
      '订单状态',
      '收货地址',
      '联系手机',
      '订单创建时间',
      '订单付款时间',
      '宝贝标题',
      '宝贝总数量',
      '退款金额',
    ],
    row: (rng, i) => [
      `19300000000${10_000_000 + i}7`,
      `买家${rng.int(50)}`,
      yuan(rng),
      yuan(rng),
      rng.pick(['交易成功', '等待买家付款', '交易关闭', '买家已付款，等待卖家发货']),
      '浙江省 杭州市 西湖区',
      "'13812345678",
      time(rng),
      rng.int(4) ? time(rng) : '',
      '面霜, 50g',
      String(1 + rng.int(5)),
      rng.pick(['0', '无退款申请', '-', '12.50']),
    ],
  },
  {
    name: 'userbehavior.csv',
    header: ['user_id', 'item_id', 'category_id', 'behavior_type', 'timestamp'],
    row: (rng) => [
      String(rng.int(1000)),
      String(rng.int(10_000)),
      String(rng.int(100)),
      rng.pick(['pv', 'buy', 'cart', 'fav']),
      String(1_511_544_000 + rng.int(700_000)),
    ],
  },
  {
    name: '生意参谋 商品.csv',
    header: [
      '统计日期',
      '商品ID',
      '商品名称',
      '商品访客数',
      '商品浏览量',
      '支付金额',
      '支付买家数',
      '商品详情页跳出率',
    ],
    row: (rng, i) => [
      '2026-07-01',
      String(6_000_000 + i),
      '礼盒',
      `1,${100 + rng.int(900)}`,
      String(rng.int(5000)),
      yuan(rng),
      rng.pick(['-', '3']),
      '45.2%',
    ],
  },
  {
    name: '商品报表_20260701_101530.csv',
    header: ['场景ID', '场景名字', '计划ID', '计划名字', '主体ID', '展现量', '点击量', '花费', '总成交金额'],
    row: (rng, i) => [
      '1',
      '关键词',
      String(rng.int(9)),
      '大促',
      String(i),
      String(rng.int(10_000)),
      String(rng.int(500)),
      yuan(rng),
      rng.pick(['nan', '12.5']),
    ],
  },
  {
    name: 'retail.csv',
    header: ['Invoice', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'Price', 'Customer ID', 'Country'],
    row: (rng, i) => [
      `${rng.pick(['', '', '', 'C', 'A'])}${489_434 + (i >> 2)}`,
      String(85_000 + rng.int(99)),
      '12" "RED" CLOCK',
      String(rng.int(20) - 3),
      time(rng),
      (rng.int(9999) / 1000).toFixed(3),
      rng.int(5) ? String(13_000 + rng.int(99)) : '',
      'United Kingdom',
    ],
  },
  {
    name: 'reviews.csv',
    header: ['cat', 'label', 'review'],
    row: (rng) => [rng.pick(['书籍', '水果']), String(rng.int(2)), '电话13812345678，邮箱a@b.cn，好评！'],
  },
  {
    name: 'shop.csv',
    header: ['Order No', 'Order Date', 'Customer', 'SKU', 'Qty', 'Unit Price', 'Amount'],
    row: (rng, i) => [`A${i}`, `${1 + rng.int(28)}/08/2025`, `c${rng.int(9)}`, `s${rng.int(9)}`, '2', '3.335', '6.67'],
  },
]
