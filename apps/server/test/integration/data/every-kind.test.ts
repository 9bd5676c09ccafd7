import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importResource } from '../../../src/modules/admin/resources/import-resource.ts'
import { listAllRows } from '../../../src/modules/admin/resources/list-resource.ts'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { COMPETITOR_PRICES } from '../../../src/modules/campaigns/conflicts/competitor-prices.ts'
import { readQuality } from '../../../src/modules/data/read-quality.ts'
import { MARKET_ASSUMPTIONS } from '../../../src/modules/insight/market-assumptions.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { type ImportDesk, openImportDesk } from './import-desk.ts'
import { csv } from './write-files.ts'

let desk: ImportDesk
let store: string
beforeAll(async () => {
  desk = await openImportDesk()
  store = await desk.shop()
})
afterAll(() => desk?.close())

/**
 * One dirty file of every kind: a good row, a row that cannot be (line 3), another good row. `says` is what the shop can be
 * asked afterwards.
 */
const FILES: readonly {
  kind: string
  rows: readonly (readonly string[])[]
  wrong: string
  says: Readonly<Record<string, number>>
  table: string
}[] = [
  {
    kind: 'orders',
    rows: [
      ['订单编号', '买家会员名', '总金额', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间'],
      ['1930217465001234567', '小明', '100.00', '100.00', '交易成功', '2026-03-01 10:00:00', '2026-03-01 10:05:00'],
      ['1930217465001234568', '小红', '很多', '59.90', '交易成功', '2026-03-02 10:00:00', '2026-03-02 10:05:00'],
      ['1930217465001234569', '小兰', '59.90', '59.90', '交易成功', '2026-03-02 10:00:00', '2026-03-02 10:05:00'],
    ],
    wrong: '"3","总金额","很多","not_an_amount"',
    says: { paid: 15_990, buyers: 2 },
    table: 'order_lines',
  },
  {
    kind: 'products',
    rows: [
      ['商品ID', '商品标题', '类目名称', '一口价', '成本价'],
      ['700610137001', '面霜', '护肤', '199.00', '80.00'],
      ['7.00E+18', '精华', '护肤', '99.00', '90.00'],
      ['700610137003', '棉签', '个护', '9.90', ''],
    ],
    wrong: '"3","商品ID","7.00E+18","damaged_id"',
    says: {},
    table: 'items',
  },
  {
    kind: 'events',
    rows: [
      ['user_id', 'item_id', 'category_id', 'behavior_type', 'timestamp'],
      ['1', '700610137001', '3', 'pv', '1772330400'],
      ['2', '700610137001', '3', 'pv', '昨天'],
      ['3', '700610137001', '3', 'cart', '1772330500'],
    ],
    wrong: '"3","timestamp","昨天","not_a_time"',
    says: { uv: 1, cartBuyers: 1 },
    table: 'events',
  },
  {
    kind: 'ads',
    rows: [
      ['日期', '计划ID', '计划名称', '展现量', '点击量', '花费'],
      ['2026-03-01', '88', '新品', '1,000', '50', '25.00'],
      ['2026-03-02', '88', '新品', '1,000', '50', '多'],
      ['2026-03-03', '88', '新品', '500', '10', '5.00'],
    ],
    wrong: '"3","花费","多","not_an_amount"',
    says: { spend: 3000, clicks: 60 },
    table: 'ad_daily',
  },
  {
    kind: 'stock',
    rows: [
      ['日期', 'SKU ID', '商品ID', '库存'],
      ['2026-03-01', 's1', '700610137001', '20'],
      ['2026-03-01', 's2', '700610137003', '若干'],
      ['2026-03-01', 's3', '700610137003', '7'],
    ],
    wrong: '"3","库存","若干","not_a_whole_number"',
    says: { stockUnits: 27 },
    table: 'stock_daily',
  },
  {
    kind: 'CRM',
    rows: [
      ['会员ID', '入会时间', '会员等级', '入会渠道', '积分', '手机号'],
      ['小明', '2026-03-01 09:00:00', '金卡', '直播', '120', '13800000000'],
      ['小红', '2026-02-30 09:00:00', '银卡', '直播', '30', '13800000001'],
      ['小兰', '2026-03-05', '银卡', '搜索', '0', '13800000002'],
    ],
    wrong: '"3","入会时间","2026-02-30 09:00:00","not_a_time"',
    says: { newMembers: 2 },
    table: 'members',
  },
  {
    kind: 'service',
    rows: [
      ['会话ID', '时间', '客服昵称', '首次响应时长', '满意度'],
      ['c1', '2026-03-03 10:00:00', '小美', '20', '5'],
      ['c2', '2026-03-03 11:00:00', '小美', '很快', '4'],
      ['c3', '2026-03-04 10:00:00', '阿强', '40', '3'],
    ],
    wrong: '"3","首次响应时长","很快","not_a_number"',
    says: { firstReplySeconds: 30 },
    table: 'feedback',
  },
  {
    kind: 'reviews',
    rows: [
      ['评价时间', '商品ID', '评分', '评价内容'],
      ['2026-03-03 10:00:00', '700610137001', '5', '好用，加我 13800000000'],
      ['2026-03-03 11:00:00', '700610137001', '五分', '好用'],
      ['2026-03-04 10:00:00', '700610137003', '3', '一般'],
    ],
    wrong: '"3","评分","五分","not_a_number"',
    says: { reviewScore: 4 },
    table: 'feedback',
  },
  {
    kind: 'social',
    rows: [
      ['笔记ID', '发布时间', '发布平台', '达人昵称', '笔记标题', '阅读量', '点赞量', '评论量', '收藏量'],
      ['n1', '2026-03-02 12:00:00', '小红书', '小美', '好物', '1.2万', '300', '20', '80'],
      ['n2', '2026-03-02 12:00:00', '小红书', '小美', '好物', '很多', '1', '1', '1'],
      ['n3', '2026-03-03 12:00:00', '抖音', '阿强', '开箱', '8000', '100', '', ''],
    ],
    wrong: '"3","阅读量","很多","not_a_whole_number"',
    says: { socialViews: 20_000, socialInteractions: 500, socialInteractionRate: 0.025 },
    table: 'social_posts',
  },
  {
    kind: 'platform report',
    rows: [
      ['统计日期', '访客数', '浏览量', '支付买家数', '支付金额'],
      ['2026-03-01', '1,234', '5,678', '12', '3,456.00'],
      ['2026-03-02', '-', '五千', '12', '3,456.00'],
      ['2026-03-03', '1,000', '4,000', '10', '1,000.00'],
    ],
    wrong: '"3","浏览量","五千","not_a_whole_number"',
    says: { reportedPv: 9678, reportedPaid: 445_600 },
    table: 'shop_daily',
  },
]

describe('[P16.07] a dirty file comes in, its bad row is reported by itself, and its figures can be asked', () => {
  test.each(FILES)('$kind', async ({ kind, rows, wrong, says, table }) => {
    const job = await desk.load(store, `${kind}.csv`, csv(rows))
    expect(job).toMatchObject({ state: 'done', rows: 3, accepted: 2, rejected: 1 })
    expect(await readFile(job.quarantine ?? '', 'utf8')).toContain(`"${kind}.csv",${wrong}`)
    const metrics = Object.keys(says)
    if (metrics.length > 0) {
      const shop = await getStore(desk.context, store)
      expect((await runQuery(desk.context, shop, { metrics, by: [] })).totals).toEqual(says)
    }
    const { tables } = await readQuality(desk.context, store)
    expect(tables.find((found) => found.table === table)?.rows).toBeGreaterThan(0)
  })

  const SHEETS = [
    {
      kind: 'market',
      resource: MARKET_ASSUMPTIONS,
      good: ['假设,来源,来源日期,失效日期,数值', '美妆大盘增长,行业月报,2026-03-01,2026-09-01,+12%'],
      bad: '客单价下降,行业月报,三月,2026-09-01,-3%',
      field: 'sourceDay',
    },
    {
      kind: 'competitor',
      resource: COMPETITOR_PRICES,
      good: ['我方 SKU,竞品,看到日期,竞品价,来源', 's1,对手旗舰店,2026-03-01,189.00,店铺页'],
      bad: 's3,对手旗舰店,2026-03-01,便宜,店铺页',
      field: 'priceCents',
    },
  ] as const

  test.each(SHEETS)('$kind: the row is named, and the sheet comes in once it is put right', async (sheet) => {
    const { resource, good, bad, field } = sheet
    const caller = { store, role: 'owner', actor: 'test' } as const
    const load = async (lines: readonly string[]) => {
      const path = await desk.files.write('sheet.csv', `${lines.join('\n')}\n`)
      return importResource(desk.context, resource, caller, { path, name: 'sheet.csv' })
    }
    expect((await load([...good, bad])).rejected).toMatchObject([{ line: 3, field }])
    expect(await load(good)).toMatchObject({ created: 1, rejected: [] })
    expect(await listAllRows(desk.context, resource, caller, { filters: [], direction: 'asc' })).toHaveLength(1)
  })
})
