import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { findImportRow } from '../../../src/modules/data/import-jobs.ts'
import { previewFile } from '../../../src/modules/data/preview-file.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { createFileFolder, csv, ENCODED, type FileFolder, workbook, zip } from './write-files.ts'

let context: TestContext
let files: FileFolder
let shops = 0

beforeAll(async () => {
  context = await createTestContext()
  files = await createFileFolder()
})
afterAll(async () => {
  await context?.close()
  await files?.remove()
})

async function shop(): Promise<string> {
  const id = `shop${++shops}`
  await createStore(context, { id, name: id }, { actor: 'test' })
  return id
}

const load = async (store: string, name: string, bytes: string | Uint8Array) =>
  runImport(context, { store, files: [{ path: await files.write(name, bytes), name }], actor: 'test' })

const orders = (store: string, columns: string) =>
  context.facts.query<Record<string, unknown>>(
    `SELECT ${columns} FROM order_lines FINAL WHERE store = {store:String} ORDER BY order_id, line_id`,
    { store },
  )

const HEADERS = [
  '订单编号',
  '买家会员名',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '收货人姓名',
  '收货地址 ',
  '联系手机',
  '订单创建时间',
  '订单付款时间 ',
  '宝贝标题 ',
  '宝贝总数量',
  '退款金额',
]
const ROWS = [
  [
    '1930000000000000011',
    '小明',
    '59.00',
    '59.00',
    '交易成功',
    '张三',
    '浙江省 杭州市 西湖区 文三路1号',
    "'13812345678",
    '2026-05-01 10:00:00',
    '2026-05-01 10:01:00',
    '面霜',
    '1',
    '0',
  ],
  [
    '1930000000000000012',
    '小红',
    '1,299.50',
    '1299.5',
    '买家已付款，等待卖家发货',
    '李四',
    '上海 上海市 黄浦区 南京路2号',
    "'13912345678",
    '2026/5/2 9:05',
    '2026/5/2 9:06',
    '礼盒',
    '2',
    '无退款申请',
  ],
  [
    '1930000000000000013',
    '小刚',
    '88',
    '88',
    '等待买家付款',
    '王五',
    '内蒙古自治区 呼和浩特市 赛罕区',
    "'13712345678",
    '2026-05-03 11:00:00',
    '',
    '面膜',
    '3',
    '-',
  ],
  [
    '1930000000000000014',
    '小明',
    '￥100.00',
    '0.00',
    '交易关闭',
    '张三',
    '广东省 深圳市 南山区',
    "'13812345678",
    '2026-05-04 12:00:00',
    '2026-05-04 12:05:00',
    '精华',
    '1',
    '100.00元',
  ],
]

const EXPECTED = [
  {
    order_id: '1930000000000000011',
    status: 'done',
    province: '浙江',
    city: '杭州市',
    gmv_cents: 5900,
    paid_cents: 5900,
    refund_cents: 0,
    paid_at: '2026-05-01 02:01:00.000',
  },
  {
    order_id: '1930000000000000012',
    status: 'paid',
    province: '上海',
    city: '上海市',
    gmv_cents: 129950,
    paid_cents: 129950,
    refund_cents: 0,
    paid_at: '2026-05-02 01:06:00.000',
  },
  {
    order_id: '1930000000000000013',
    status: 'unpaid',
    province: '内蒙古',
    city: '呼和浩特市',
    gmv_cents: 8800,
    paid_cents: null,
    refund_cents: 0,
    paid_at: null,
  },
  {
    order_id: '1930000000000000014',
    status: 'closed',
    province: '广东',
    city: '深圳市',
    gmv_cents: 10000,
    paid_cents: 10000,
    refund_cents: 10000,
    paid_at: '2026-05-04 04:05:00.000',
  },
]
const COLUMNS = 'order_id, status, province, city, gmv_cents, paid_cents, refund_cents, paid_at'

describe('the same orders come out of every shape of file', () => {
  test.each(Object.entries(ENCODED))('%s', async (_, encode) => {
    const store = await shop()
    const job = await load(store, 'ExportOrderList.csv', encode(csv([HEADERS, ...ROWS])))
    expect(job).toMatchObject({ rows: 4, accepted: 4, rejected: 0 })
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  // Without quotes a part is cut by lines, with one anywhere in it it is read as CSV.
  test.each([
    ['none', (cell: string) => cell],
    ['all', (cell: string) => `"${cell}"`],
  ])('with %s of its cells in quotes', async (_, quoted) => {
    const store = await shop()
    const rows = ROWS.map((r) => r.map((c) => quoted(c.replaceAll(',', ''))).join(','))
    const odd = [',,,,,,,,,,,,', '', '1,2', `${rows[0]},,x`, `${rows[0]},x`]
    const text = [HEADERS.map(quoted).join(','), ...rows, ...odd].join('\r\n')
    const job = await load(store, 'ExportOrderList.csv', text)
    expect(job).toMatchObject({ rows: 7, accepted: 4, duplicates: 1, rejected: 2 })
    const refused = (await findImportRow(context, store, job.id))?.rejects ?? []
    expect(refused.map((r) => [r.line, r.code])).toEqual([
      [8, 'too_few_cells'],
      [10, 'too_many_cells'],
    ])
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('with a stray cell in the last column that a sheet can have', async () => {
    const store = await shop()
    const far = Array.from({ length: 16_384 - HEADERS.length }, () => '')
    const wide = [[...HEADERS, ...far.slice(1), 'x'], ...ROWS.map((r) => [...r, ...far])]
    const job = await load(store, 'ExportOrderList.csv', csv(wide))
    expect(job).toMatchObject({ rows: 4, accepted: 4, rejected: 0 })
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test.each(['\t', ';', '|'])('parted by %j', async (sign) => {
    const store = await shop()
    const text = [HEADERS, ...ROWS].map((r) => r.map((c) => c.replaceAll(',', '')).join(sign)).join('\n')
    await load(store, 'orders.txt', text)
    expect(await orders(store, 'order_id, gmv_cents')).toEqual(
      EXPECTED.map(({ order_id, gmv_cents }) => ({ order_id, gmv_cents })),
    )
  })

  test('bare CR line ends', async () => {
    const store = await shop()
    await load(store, 'orders.csv', csv([HEADERS, ...ROWS]).replaceAll('\r\n', '\r'))
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test.each([
    ['xlsx', 'xlsx'],
    ['xls', 'biff8'],
  ] as const)('%s', async (extension, type) => {
    const store = await shop()
    await load(store, `orders.${extension}`, workbook([['订单报表'], [], HEADERS, ...ROWS], type))
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('a ZIP of CSVs', async () => {
    const store = await shop()
    const packed = zip({
      '一.csv': ENCODED.GBK?.(csv([HEADERS, ...ROWS.slice(0, 2)])) ?? new Uint8Array(),
      '二.csv': Buffer.from(csv([HEADERS, ...ROWS.slice(2)])),
    })
    expect(await load(store, 'orders.zip', packed)).toMatchObject({ rows: 4, accepted: 4 })
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('order numbers dressed as ="…"', async () => {
    const store = await shop()
    const dressed = ROWS.map(([id = '', ...rest]) => [`="${id}"`, ...rest])
    const text = [HEADERS, ...dressed].map((r) => r.map((c, i) => (i === 0 ? c : `"${c}"`)).join(',')).join('\r\n')
    await load(store, 'orders.csv', text)
    expect(await orders(store, COLUMNS)).toEqual(EXPECTED)
  })
})

describe('the paid column', () => {
  test('is taken as net where total = paid + refund on refunded orders, and as gross where total = paid', async () => {
    const refunded = (paid: string) => [HEADERS, ...ROWS.slice(0, 3), [...(ROWS[3] ?? [])].with(3, paid)]
    const [net, gross] = [await shop(), await shop()]
    await load(net, 'net.csv', csv(refunded('0.00')))
    await load(gross, 'gross.csv', csv(refunded('100.00')))
    expect(await orders(net, COLUMNS)).toEqual(EXPECTED)
    expect(await orders(gross, COLUMNS)).toEqual(EXPECTED)
  })
})

describe('[P16.07] a rejected row keeps its file, line, column, value and reason', () => {
  test('and holds nothing else up', async () => {
    const store = await shop()
    const bad = [
      (ROWS[0] ?? []).with(0, '5.19300E+18'),
      (ROWS[1] ?? []).with(2, '很多'),
      (ROWS[2] ?? []).with(8, '2026-02-30 10:00:00'),
      (ROWS[3] ?? []).with(0, '1930000000000000000').with(4, '天知道'),
    ]
    const job = await load(store, 'orders.csv', csv([HEADERS, ROWS[0] ?? [], ...bad, ROWS[1] ?? []]))
    expect(job).toMatchObject({ rows: 6, accepted: 2, rejected: 4 })
    const lines = (await readFile(job.quarantine ?? '', 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('\ufefffile,line,column,value,code,reason,reason_en')
    expect(lines.slice(1).map((l) => l.split('","').slice(0, 5).join(' ').replace(/^"/, ''))).toEqual([
      'orders.csv 3 订单编号 5.19300E+18 damaged_id',
      'orders.csv 4 总金额 很多 not_an_amount',
      'orders.csv 5 订单创建时间 2026-02-30 10:00:00 not_a_time',
      'orders.csv 6 订单编号 1930000000000000000 damaged_id',
    ])
  })

  test('an unbalanced quote costs its own line only, and lines are counted as people see them', async () => {
    const store = await shop()
    const good = (i: number) => csv([(ROWS[i] ?? []).with(10, '两行\n标题')])
    const broken = `${(ROWS[2] ?? []).with(10, '"未闭合').join(',')}\r\n`
    const wrong = csv([(ROWS[3] ?? []).with(2, 'x')])
    const job = await load(store, 'orders.csv', csv([HEADERS]) + good(0) + broken + good(1) + wrong)
    expect(job).toMatchObject({ rows: 4, accepted: 2, rejected: 2 })
    const text = await readFile(job.quarantine ?? '', 'utf8')
    expect(text).toContain('"orders.csv","4","","","unbalanced_quote"')
    expect(text).toContain('"orders.csv","7","总金额","x","not_an_amount"')
  })

  test('a cell of 10 MB is refused and the rest goes on', async () => {
    const store = await shop()
    const huge = (ROWS[2] ?? []).with(10, 'x'.repeat(10 * 1024 * 1024))
    const job = await load(store, 'orders.csv', csv([HEADERS, ROWS[0] ?? [], huge, ROWS[1] ?? []]))
    expect(job).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
  })

  test('the file is safe to open in a spreadsheet', async () => {
    const store = await shop()
    const evil = ['=1+1', '+1+x', '-2+3', '@SUM(A1)', '=cmd|’/C calc’!A0'].map((f) => (ROWS[0] ?? []).with(2, f))
    const job = await load(store, 'orders.csv', csv([HEADERS, ROWS[1] ?? [], ...evil]))
    const text = await readFile(job.quarantine ?? '', 'utf8')
    expect(job.rejected).toBe(5)
    expect(text).not.toMatch(/"[=+\-@]/)
    expect(text).toContain(`"'=1+1"`)
  })
})

describe('[P13.09] personal data is masked at import', () => {
  test('no name, phone, street or buyer id reaches facts, job or quarantine', async () => {
    const store = await shop()
    const bad = (ROWS[0] ?? []).with(0, '')
    const shifted = [
      '19300000000000000' + '99',
      '小明',
      '59',
      '59',
      '交易成功',
      '张三',
      '浙江省, 杭州市',
      '文三路1号',
      "'13812345678",
      '2026-05-01 10:00:00',
      '',
      '面霜',
      '1',
      '0',
    ]
    const job = await load(
      store,
      'orders.csv',
      [HEADERS, ...ROWS.map((r) => r.map((c) => c.replaceAll(',', ''))), bad, shifted]
        .map((r) => r.join(','))
        .join('\n'),
    )
    expect(job.rejected).toBe(2)
    const stored =
      JSON.stringify(await orders(store, '*')) + JSON.stringify(job) + (await readFile(job.quarantine ?? '', 'utf8'))
    for (const secret of ['小明', '小红', '张三', '李四', '13812345678', '文三路', '南山区'])
      expect(stored).not.toContain(secret)
  })

  test('a buyer is the same number in every file of a shop, and another in another shop', async () => {
    const [a, b] = [await shop(), await shop()]
    for (const store of [a, b]) await load(store, 'orders.csv', csv([HEADERS, ...ROWS]))
    const [first, , , last] = await orders(a, 'toString(buyer) AS buyer')
    const [other] = await orders(b, 'toString(buyer) AS buyer')
    expect(first?.buyer).toBe(last?.buyer)
    expect(first?.buyer).not.toBe('0')
    expect(first?.buyer).not.toBe(other?.buyer)
  })
})

describe('an order moves forward only', () => {
  const stage = (status: string, paidAt: string, refund = '0') =>
    csv([HEADERS, (ROWS[0] ?? []).with(4, status).with(9, paidAt).with(12, refund)])
  test('a later export updates it, an earlier one changes nothing', async () => {
    const store = await shop()
    const paid = stage('买家已付款,等待卖家发货', '2026-05-01 10:01:00')
    const done = stage('交易成功', '2026-05-01 10:01:00')
    expect(await load(store, 'may.csv', paid)).toMatchObject({ accepted: 1, updated: 0 })
    expect(await load(store, 'june.csv', done)).toMatchObject({ accepted: 1, updated: 1 })
    expect(await load(store, 'may.csv', paid)).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await orders(store, 'status')).toEqual([{ status: 'done' }])
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
    context.facts.query(
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
    const store = await shop()
    for (const [n, text] of texts.entries()) {
      const job = await load(store, `${n}.csv`, text)
      if (n > 1) expect(job).toMatchObject({ accepted: 0, updated: 0, duplicates: 2 })
    }
    expect(await totals(store)).toEqual([TRUTH])
    const bySku = await context.facts.query(
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
    const store = await shop()
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
    expect(await load(store, 'items.xls', workbook(rows, 'biff8'))).toMatchObject({ accepted: 2, rejected: 0 })
    await load(
      store,
      'more.csv',
      csv([
        ['统计日期', '商品ID', '商品访客数', '支付金额', '搜索引导访客数'],
        ['2026-07-01', '601', '1234', '12345.6', '77'],
      ]),
    )
    const stored = await context.facts.query(
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
    const store = await shop()
    const text = csv([
      ['场景ID', '场景名字', '计划ID', '计划名字', '主体ID', '主体名称', '展现量', '点击量', '花费', '总成交金额'],
      ['1', '关键词', '77', '大促', '601', '面霜', '1000', '20', '35.5', 'nan'],
    ])
    await load(store, 'report.zip', zip({ '商品报表_20260701_101530.csv': ENCODED.GBK?.(text) ?? new Uint8Array() }))
    const stored = await context.facts.query(
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

test('a line whose amount cannot be is refused, not wrapped around', async () => {
  const store = await shop()
  const text = csv([
    ['Order No', 'Order Date', 'SKU', 'Qty', 'Unit Price'],
    ['A1', '2026-05-01', 's1', '3', '3.335'],
    ['A2', '2026-05-01', 's1', '999999999', '999999999.99'],
    ['A3', '2026-05-01', 's1', '99999999999', '1'],
  ])
  expect(await load(store, 'shop.csv', text)).toMatchObject({ accepted: 1, rejected: 2 })
  expect(await orders(store, 'order_id, gmv_cents, paid_cents')).toEqual([
    { order_id: 'A1', gmv_cents: 1001, paid_cents: 1001 },
  ])
})

describe('any other table', () => {
  test('is guessed from its headers, and shown with samples before anything is stored', async () => {
    const store = await shop()
    const path = await files.write(
      'shop.csv',
      csv([
        ['Order No', 'Order Date', 'Customer', 'Amount', 'Colour'],
        ['A1', '13/08/2025', 'c1', '12.34', 'red'],
        ['A2', '14/08/2025', 'c2', '5', 'blue'],
      ]),
    )
    const preview = await previewFile(context, { store, path })
    expect(preview.format).toBeNull()
    expect(preview.mapping.columns.map((c) => c.field)).toEqual(['orderId', 'createdAt', 'buyer', 'total', null])
    expect(preview.mapping.options.dateOrder).toBe('dmy')
    expect(await runImport(context, { store, files: [{ path }], dryRun: true, actor: 'test' })).toMatchObject({
      accepted: 2,
    })
    expect(await orders(store, '1')).toEqual([])
    await runImport(context, { store, files: [{ path }], saveMapping: true, actor: 'test' })
    expect(await orders(store, 'order_id, created_day, gmv_cents, paid_cents, status')).toEqual([
      { order_id: 'A1', created_day: '2025-08-13', gmv_cents: 1234, paid_cents: 1234, status: 'paid' },
      { order_id: 'A2', created_day: '2025-08-14', gmv_cents: 500, paid_cents: 500, status: 'paid' },
    ])
  })

  test('that says nothing is refused with what to do', async () => {
    const store = await shop()
    await expect(load(store, 'x.csv', 'foo,bar\n1,2\n')).rejects.toMatchObject({ code: 'unknown_format' })
    await expect(load(store, 'x.csv', '')).rejects.toMatchObject({ code: 'empty_file' })
    await expect(load(store, 'x.xlsx', Buffer.from('PK\x03\x04 broken'))).rejects.toMatchObject({
      code: 'unreadable_file',
    })
  })

  test('a workbook on which its reader never ends is given up, and the server goes on meanwhile', async () => {
    const store = await shop()
    const bytes = Uint8Array.from(
      workbook(
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'biff8',
      ),
    )
    // One byte of the sheet's directory entry: the reader follows the chain of sectors round and round.
    bytes[2905] = 33
    let beats = 0
    const heart = setInterval(() => beats++, 50)
    await expect(load(store, 'x.xls', bytes)).rejects.toMatchObject({ code: 'unreadable_file' })
    clearInterval(heart)
    expect(beats).toBeGreaterThan(20)
  }, 60_000)
})
