import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  dayInFileName,
  detectDateOrder,
  guessMapping,
  IMPORT_FORMATS,
  locateHeader,
  mapByFormat,
  recogniseFormat,
} from '../index.ts'

const CATALOGUE = join(
  process.env.ZHANGGUI_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data'),
  'tmall_export_headers/catalogue.json',
)

type Entry = { id: string; columns: string[] }
const entries = existsSync(CATALOGUE) ? (JSON.parse(readFileSync(CATALOGUE, 'utf8')) as { files: Entry[] }).files : []
const headersOf = (id: string): string[] => entries.find((e) => e.id === id)?.columns ?? []

describe.skipIf(entries.length === 0)('published export headers are recognised (needs the header catalogue)', () => {
  test.each([
    ['qianniu_order_list_2016', 'qianniu_orders'],
    ['qianniu_order_list_2010s_early', 'qianniu_orders'],
    ['qianniu_order_detail_2022', 'qianniu_orders_2022'],
    ['qianniu_order_item_2022', 'qianniu_order_items'],
    ['sycm_item_detail_2026', 'sycm_item_daily'],
    ['sycm_item_list_2022', 'sycm_item_daily'],
    ['sycm_item_sales_analysis', 'sycm_item_daily'],
    ['sycm_traffic_source', 'sycm_traffic_source'],
    ['sycm_item_reviews', 'sycm_item_reviews'],
    ['ztc_account', 'ztc_account'],
    ['ztc_campaign', 'ztc_campaign'],
    ['wxt_account_2022', 'wxt_account'],
    ['wxt_member_2022', 'wxt_plan'],
    ['ylmf_audience_2022', 'ylmf_audience'],
    ['pxb_star_shop_account_2022', 'pxb_star_shop'],
    ['alimama_item_plan_2026', 'alimama_item_plan'],
    ['alimama_item_direct_2026', 'alimama_item_direct'],
    ['alimama_campaign_week_2026', 'alimama_plan'],
    ['tbk_item', 'tbk_item'],
    ['item_publish_template', 'item_publish_template'],
    ['shop_items', 'shop_items'],
  ])('%s is %s', (id, format) => {
    expect(recogniseFormat(headersOf(id))?.id).toBe(format)
  })

  test('column order and chosen columns do no harm', () => {
    const headers = headersOf('qianniu_order_detail_2022')
      .toReversed()
      .filter((h) => h !== '买家留言')
    expect(recogniseFormat(headers)?.id).toBe('qianniu_orders_2022')
  })
})

test('every format maps its own signature, and each field at most once', () => {
  for (const format of IMPORT_FORMATS) {
    const headers = format.signature.map((s) => s.split('|')[0] ?? '')
    const fields = mapByFormat(format, headers).flatMap((c) => (c.field === null ? [] : [c.field]))
    expect(new Set(fields).size, format.id).toBe(fields.length)
    expect(fields.length, format.id).toBeGreaterThan(1)
  }
})

describe('[P16.13] variant spellings match in headers', () => {
  test.each([
    ['訂單編號', 'orderId'],
    ['订单号', 'orderId'],
    ['ORDER_ID', 'orderId'],
    ['买家实付金额 ', 'paid'],
    ['總金額', 'total'],
    ['支付金额(元)', 'paid'],
    ['下单时间', 'createdAt'],
  ])('"%s" is %s', (header, field) => {
    const usual = {
      orderId: '订单编号',
      createdAt: '订单创建时间',
      buyer: '买家会员名',
      total: '总金额',
      paid: '实付金额',
    }
    const others = Object.entries(usual).flatMap(([id, name]) => (id === field ? [] : [name]))
    const guess = guessMapping([header, ...others])
    expect(guess.target.id).toBe('orders')
    expect(guess.columns[0]?.field).toBe(field)
  })
})

describe('a header row is found', () => {
  const header = ['统计日期', '商品ID', '商品名称', '商品访客数', '支付金额']
  const data = ['2026-07-01', '6012345', '面霜', '1,234', '56.00']
  test.each([0, 1, 3, 4, 9])('on row %d below title rows', (at) => {
    const titles = Array.from({ length: at }, (_, i) => [`【生意参谋平台】商品 ${i}`])
    expect(locateHeader([...titles, header, data, data])).toBe(at)
  })
  test('a file of figures has none', () => {
    expect(
      locateHeader([
        ['1', '2', '3'],
        ['4', '5', '6'],
      ]),
    ).toBeNull()
  })
})

test.each([
  ['商品报表_20260701_101530.csv', '2026-07-01'],
  ['商品_全部_2026-07-01_2026-07-01.xls', '2026-07-01'],
  ['商品_全部_2026-07-01_2026-07-07.xls', null],
  ['order_5123456789012345678.csv', null],
  ['report.csv', null],
])('the day in the file name %s is %s', (name, day) => {
  expect(dayInFileName(name)).toBe(day)
})

test.each([
  [['1.08.2019', '13.08.2019'], 'dmy'],
  [['08/13/2019', '08/01/2019'], 'mdy'],
  [['01/02/2019', '03/04/2019'], null],
  [['13/02/2019', '02/13/2019'], null],
  [['2019-08-13'], null],
] as const)('day and month of %j: %s', (cells, order) => {
  expect(detectDateOrder(cells)).toBe(order)
})
