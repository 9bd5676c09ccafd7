import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BudgetLedgerPage } from '@zhanggui/contract'
import { type Shop, STORE } from './open-shop.ts'

const GOODS = ['商品ID,商品标题,类目名称,一口价,成本价', 'cream,面霜,护肤,199.00,80.00', 'mask,面膜,护肤,100.00,40.00']
const LAST_YEAR = [
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量',
  ...Array.from({ length: 12 }, (_, i) => {
    const at = `2025-${String(i + 1).padStart(2, '0')}-11`
    return `20250000000000${String(i + 10)},买家${i % 5},199.00,199.00,交易成功,${at} 10:00:00,${at} 10:05:00,面霜,1`
  }),
]

async function importLines(shop: Shop, folder: string, name: string, lines: readonly string[]): Promise<void> {
  const file = join(folder, name)
  await writeFile(file, lines.join('\n'))
  await shop.cli('import', STORE, file)
}

export const importAds = (shop: Shop, folder: string, day: string): Promise<void> =>
  importLines(shop, folder, 'ads.csv', [
    '日期,推广工具,计划ID,展现量,点击量,花费,总成交金额',
    `${day},直通车,p1,2000,400,60.00,398.00`,
  ])

const resource = (shop: Shop, kind: string, data: object): Promise<unknown> =>
  shop.api('POST', `/resources/${kind}`, { data })

/** Goods and last year's orders as files; who is paid, who sends, who carries; and four channels, each of which is a simulator. */
export async function setUp(shop: Shop, folder: string): Promise<void> {
  await importLines(shop, folder, 'goods.csv', GOODS)
  await importLines(shop, folder, 'orders.csv', LAST_YEAR)
  for (const name of ['甲付', '乙付'])
    await resource(shop, 'payment-providers', { name, adapter: 'simulator', feeRate: 0.006, isOn: true })
  await resource(shop, 'warehouses', { name: '杭州仓', dispatchHours: 24, daysElsewhere: 3 })
  await resource(shop, 'carriers', { name: '通达', parcelCents: 300, days: 0 })
  const email = {
    host: 'smtp.example.cn',
    port: 465,
    secure: true,
    user: '',
    from: 'bot@example.cn',
    to: ['ops@example.cn'],
  }
  const channels = [
    { id: 'mail', settings: { kind: 'email', ...email } },
    { id: 'ding', settings: { kind: 'dingtalk' } },
    { id: 'wecom', settings: { kind: 'wecom' } },
    { id: 'hook', settings: { kind: 'webhook', url: 'https://gateway.example.cn/hook' } },
  ]
  for (const channel of channels)
    await shop.api('POST', '/notice-channels', {
      ...channel,
      name: channel.id,
      enabled: true,
      simulated: true,
      fromSeverity: 'info',
    })
}

const month = (i: number): string => `2026-${String(i + 1).padStart(2, '0')}`

const PLAN = {
  goals: {
    goals: Array.from({ length: 12 }, (_, i) => ({
      id: `gmv-${i + 1}`,
      name: `${i + 1} 月`,
      metric: 'gmv',
      period: month(i),
      target: 100_000,
    })),
    measures: [],
  },
  events: [
    { id: 'brand', kind: 'shop', name: '品牌日', mainDay: '2026-09-16', fromDay: '2026-09-09', toDay: '2026-09-20' },
  ],
  budget: {
    rules: { feeRatioMaxBp: 3000 },
    lines: [
      { id: 'all', name: '全年', parentId: null, period: '2026', amountCents: 200_000 },
      {
        id: 'ads',
        name: '广告',
        parentId: 'all',
        period: '2026',
        amountCents: 200_000,
        channel: 'keyword',
        owner: '张三',
      },
    ],
  },
}

/** The year's goals, its calendar and its money, approved. Shape: the plan's id, its state, and what the tool spent of it. */
export async function planTheYear(shop: Shop): Promise<{ plan: string; status: string }> {
  const { id } = await shop.api<{ id: string }>('POST', '/plans', { year: 2026, name: '2026' })
  const parts = {
    goals: { revision: 1, body: PLAN.goals },
    events: { revision: 1, body: PLAN.events },
    budget: { revision: 1, body: PLAN.budget },
  }
  await shop.api('PUT', `/plans/${id}/parts`, { parts, reason: '年度规划' })
  await shop.api('POST', `/plans/${id}/budget/open`, {})
  await shop.api('POST', `/plans/${id}/approve`, { note: '同意' })
  const { status } = await shop.api<{ status: string }>('GET', `/plans/${id}`)
  return { plan: id, status }
}

/** What the tool says it spent is posted to the plan's ledger. Shape: what the ledger of the line then holds, in fen. */
export async function postSpend(shop: Shop, plan: string): Promise<number> {
  const entry = { id: 'ads-0916', kind: 'spend', lineId: 'ads', amountCents: 6000, day: '2026-09-16', from: 'planned' }
  await shop.api('POST', `/plans/${plan}/budget/ledger`, entry)
  const { postings } = await shop.api<BudgetLedgerPage>('GET', `/plans/${plan}/budget/ledger`)
  return postings.filter(({ kind }) => kind === 'spend').reduce((sum, { amountCents }) => sum + amountCents, 0)
}
