import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportDesk, openImportDesk } from './import-desk.ts'
import { COLUMNS, EXPECTED, HEADERS, ROWS } from './taobao-orders.ts'
import { csv, ENCODED, workbook, zip } from './write-files.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk?.close())

describe('the paid column', () => {
  test('is taken as net where total = paid + refund on refunded orders, and as gross where total = paid', async () => {
    const refunded = (paid: string) => [HEADERS, ...ROWS.slice(0, 3), [...(ROWS[3] ?? [])].with(3, paid)]
    const [net, gross] = [await desk.shop(), await desk.shop()]
    await desk.load(net, 'net.csv', csv(refunded('0.00')))
    await desk.load(gross, 'gross.csv', csv(refunded('100.00')))
    expect(await desk.orders(net, COLUMNS)).toEqual(EXPECTED)
    expect(await desk.orders(gross, COLUMNS)).toEqual(EXPECTED)
  })
})

describe('an order moves forward only', () => {
  const stage = (status: string, paidAt: string, refund = '0') =>
    csv([HEADERS, (ROWS[0] ?? []).with(4, status).with(9, paidAt).with(12, refund)])
  test('a later export updates it, an earlier one changes nothing', async () => {
    const store = await desk.shop()
    const paid = stage('买家已付款,等待卖家发货', '2026-05-01 10:01:00')
    const done = stage('交易成功', '2026-05-01 10:01:00')
    expect(await desk.load(store, 'may.csv', paid)).toMatchObject({ accepted: 1, updated: 0 })
    expect(await desk.load(store, 'june.csv', done)).toMatchObject({ accepted: 1, updated: 1 })
    expect(await desk.load(store, 'may.csv', paid)).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await desk.orders(store, 'status')).toEqual([{ status: 'done' }])
  })
})

describe('an order list and an item report of the same orders', () => {
  const LIST = csv([
    HEADERS,
    [
      '1930000000000000021',
      '小明',
      '110.00',
      '110.00',
      '交易成功',
      '张三',
      '浙江省 杭州市',
      '',
      '2026-05-01 10:00:00',
      '2026-05-01 10:01:00',
      '面霜，礼盒',
      '3',
      '30.00',
    ],
    [
      '1930000000000000022',
      '小红',
      '20.00',
      '20.00',
      '交易成功',
      '李四',
      '上海 上海市',
      '',
      '2026-05-02 10:00:00',
      '2026-05-02 10:01:00',
      '面膜',
      '1',
      '0',
    ],
  ])
  const item = (
    line: string,
    order: string,
    title: string,
    price: string,
    quantity: string,
    amount: string,
    refund: string,
  ) => [
    line,
    order,
    title,
    price,
    quantity,
    title,
    '交易成功',
    amount,
    amount,
    refund,
    '2026-05-01 10:00:00',
    '2026-05-01 10:01:00',
  ]
  const ITEMS = csv([
    [
      '子订单编号',
      '主订单编号',
      '标题',
      '价格',
      '购买数量',
      '商家编码',
      '订单状态',
      '买家应付货款',
      '买家实际支付金额',
      '退款金额',
      '订单创建时间',
      '订单付款时间',
    ],
    item('1930000000000000031', '1930000000000000021', '面霜', '35.00', '2', '70.00', '无退款申请'),
    item('1930000000000000032', '1930000000000000021', '礼盒', '30.00', '1', '30.00', '30.00'),
  ])
  const totals = (store: string) =>
    desk.context.facts.query(
      `SELECT sum(gmv_cents) AS gmv, sum(paid_cents) AS paid, sum(refund_cents) AS refunded, sum(quantity) AS units,
      uniqExact(order_id) AS orders, uniqExact(buyer) AS buyers FROM order_lines FINAL WHERE store = {store:String}`,
      { store },
    )
  const TRUTH = { gmv: 13_000, paid: 13_000, refunded: 3000, units: 4, orders: 2, buyers: 2 }

  test.each([
    ['list first', [LIST, ITEMS]],
    ['items first', [ITEMS, LIST]],
    ['again and again', [LIST, ITEMS, LIST, ITEMS, LIST]],
  ])('%s: totals are those of the list, lines those of the items, the rest stays on the order', async (_, texts) => {
    const store = await desk.shop()
    for (const [n, text] of texts.entries()) {
      const job = await desk.load(store, `${n}.csv`, text)
      if (n > 1) expect(job).toMatchObject({ accepted: 0, updated: 0, duplicates: 2 })
    }
    expect(await totals(store)).toEqual([TRUTH])
    const bySku = await desk.context.facts.query(
      `SELECT sku_id, sum(paid_cents) AS paid, uniqExact(buyer) AS buyers, any(province) AS place FROM order_lines FINAL
      WHERE store = {store:String} AND order_id = '1930000000000000021' GROUP BY sku_id ORDER BY sku_id`,
      { store },
    )
    expect(bySku).toEqual([
      { sku_id: '', paid: 1000, buyers: 1, place: '浙江' },
      { sku_id: '礼盒', paid: 3000, buyers: 1, place: '浙江' },
      { sku_id: '面霜', paid: 7000, buyers: 1, place: '浙江' },
    ])
  })
})

describe('platform reports', () => {
  test('生意参谋: title rows, thousands commas, percent, missing signs; a second report completes the first', async () => {
    const store = await desk.shop()
    const rows = [
      ['【生意参谋平台】商品_全部'],
      ['统计周期 2026-07-01'],
      [],
      [
        '统计日期',
        '商品ID',
        '商品名称',
        '商品访客数',
        '商品浏览量',
        '支付金额',
        '支付买家数',
        '成功退款金额',
        '商品详情页跳出率',
      ],
      ['2026-07-01', '601', '面霜', '1,234', '2,345', '12,345.60', '-', '-', '45.5%'],
      ['2026-07-01', '602', '礼盒', '1.2万', '3', '0', '0', '5.00', '-'],
    ]
    expect(await desk.load(store, 'items.xls', workbook(rows, 'biff8'))).toMatchObject({ accepted: 2, rejected: 0 })
    await desk.load(
      store,
      'more.csv',
      csv([
        ['统计日期', '商品ID', '商品访客数', '支付金额', '搜索引导访客数'],
        ['2026-07-01', '601', '1234', '12345.6', '77'],
      ]),
    )
    const stored = await desk.context.facts.query(
      'SELECT item_id, uv, pv, paid_cents, pay_buyers, refunded_cents, bounce_rate, search_uv FROM shop_daily FINAL WHERE store = {store:String} ORDER BY item_id',
      { store },
    )
    expect(stored).toEqual([
      {
        item_id: '601',
        uv: 1234,
        pv: 2345,
        paid_cents: 1234560,
        pay_buyers: null,
        refunded_cents: null,
        bounce_rate: 0.455,
        search_uv: 77,
      },
      {
        item_id: '602',
        uv: 12000,
        pv: 3,
        paid_cents: 0,
        pay_buyers: 0,
        refunded_cents: 500,
        bounce_rate: null,
        search_uv: null,
      },
    ])
  })

  test('阿里妈妈: CSV in a ZIP, nan, the day only in the file name', async () => {
    const store = await desk.shop()
    const text = csv([
      ['场景ID', '场景名字', '计划ID', '计划名字', '主体ID', '主体名称', '展现量', '点击量', '花费', '总成交金额'],
      ['1', '关键词', '77', '大促', '601', '面霜', '1000', '20', '35.5', 'nan'],
    ])
    await desk.load(
      store,
      'report.zip',
      zip({ '商品报表_20260701_101530.csv': ENCODED.GBK?.(text) ?? new Uint8Array() }),
    )
    const stored = await desk.context.facts.query(
      'SELECT day, tool, plan_id, impressions, clicks, spend_cents, attributed_paid_cents FROM ad_daily FINAL WHERE store = {store:String}',
      { store },
    )
    expect(stored).toEqual([
      {
        day: '2026-07-01',
        tool: '万相台无界',
        plan_id: '77',
        impressions: 1000,
        clicks: 20,
        spend_cents: 3550,
        attributed_paid_cents: null,
      },
    ])
  })
})
