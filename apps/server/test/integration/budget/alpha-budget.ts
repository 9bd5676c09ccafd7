import type { Context } from '../../../src/context.ts'
import { insertFacts } from '../insight/insert-facts.ts'

const ad = (day: string, tool: string, yuan: number, more = {}) => ({
  store: 'alpha',
  day,
  tool,
  plan_id: `${tool}-${day}`,
  impressions: 1000,
  clicks: 500,
  spend_cents: yuan * 100,
  ...more,
})

/** Sales of 800,000 up to the end of October, ad spend of 170,000, and three tools with 2.99, 3.00 and too few clicks. */
export async function fillAlpha(context: Context): Promise<void> {
  const order = { store: 'alpha', order_id: 'a', line_id: 'a', buyer: 1, item_id: 'i1' }
  const day = '2026-10-31'
  const at = `${day}T02:00:00.000Z`
  const placed = { created_day: day, created_at: at, paid_day: day, paid_at: at }
  await insertFacts(context, 'order_lines', [{ ...order, ...placed, gmv_cents: 80_000_000, paid_cents: 80_000_000 }])
  await insertFacts(context, 'ad_daily', [
    ad('2026-09-01', '直通车', 157_000, { attributed_paid_cents: 62_800_000 }),
    ad('2026-10-27', '直通车', 4000, { attributed_paid_cents: 1_600_000 }),
    ad('2026-10-28', '直通车', 6000, { attributed_paid_cents: 2_400_000 }),
    ad('2026-11-01', '万相台', 1000, { attributed_paid_cents: 299_000 }),
    ad('2026-11-01', '引力魔方', 1000, { attributed_paid_cents: 300_000 }),
    ad('2026-11-01', '品销宝', 1000, { attributed_paid_cents: 200_000, clicks: 10 }),
  ])
}

const line = (id: string, yuan: number | null, more = {}) => ({
  id,
  name: id,
  parentId: 'all',
  period: '2026',
  amountCents: yuan === null ? null : yuan * 100,
  ...more,
})

export const LINES = [
  line('all', 300_000, { parentId: null }),
  line('ads', 200_000, { channel: 'keyword', eventId: 'd11', owner: '张三' }),
  line('video', 60_000, { channel: 'shortVideo' }),
  line('coupons', 25_000, { channel: 'coupons', kind: 'subsidy' }),
  line('reserve', 15_000, { channel: 'reserve', kind: 'reserve' }),
]

export const RULES = {
  feeRatioMaxBp: 1800,
  cacMaxCents: 8000,
  preBurstShareBp: 6000,
  preBurstDays: 15,
  burstRemainderMinBp: 5000,
  roiMinMilli: 3000,
  roiMinClicks: 300,
  roiMinSpendCents: 50_000,
  stages: [
    {
      id: 'foundation',
      name: '基础未完成',
      fromPeriod: '2026-01',
      toPeriod: '2026-02',
      channels: ['shortVideo'],
      minBp: 0,
      maxBp: 0,
      base: null,
      reason: '',
    },
  ],
}

const target = (month: number, yuan: number) => ({
  id: `gmv-${month}`,
  name: `${month} 月`,
  metric: 'gmv',
  period: `2026-${String(month).padStart(2, '0')}`,
  target: yuan * 100,
})

/** Targets of 80,000 a month to October, 150,000 in November, 50,000 in December. */
export const GOALS = [
  ...Array.from({ length: 10 }, (_, i) => target(i + 1, 80_000)),
  target(11, 150_000),
  target(12, 50_000),
]

export const EVENTS = [
  { id: 'd11', kind: 'platform', name: '双11', mainDay: '2026-11-11', fromDay: '2026-10-27', toDay: '2026-11-13' },
]
