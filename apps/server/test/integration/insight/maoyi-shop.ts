import type { Context } from '../../../src/context.ts'
import { insertFacts } from './insert-facts.ts'

export const line = (order: string, buyer: number, day: string, yuan: number, more = {}) => ({
  store: 'maoyi',
  order_id: order,
  line_id: order,
  buyer,
  created_day: day,
  created_at: `${day}T02:00:00.000Z`,
  paid_day: day,
  paid_at: `${day}T02:00:00.000Z`,
  gmv_cents: yuan * 100,
  paid_cents: yuan * 100,
  item_id: 'i1',
  ...more,
})

const view = (visitor: number, at: string, more = {}) => ({
  store: 'maoyi',
  day: at.slice(0, 10),
  at,
  visitor,
  row_key: Number(at.replace(/\D/g, '').slice(6, 14)) + visitor,
  ...more,
})

/** A shop small enough to reckon by hand, with a row of every kind; `other` is a second shop beside it. */
export async function fillMaoyi(context: Context): Promise<void> {
  await insertFacts(context, 'order_lines', [
    line('a', 1, '2025-12-30', 100),
    line('b', 1, '2026-01-05', 50),
    line('c', 2, '2026-01-05', 30, { refunded_day: '2026-01-07', refund_cents: 3000, item_id: 'i2' }),
    line('d', 2, '2026-01-20', 20),
    line('e', 3, '2026-02-03', 70, { category: '茶' }),
    line('f', 0, '2026-02-04', 10),
    line('g', 4, '2026-02-05', 40, { paid_day: null, paid_at: null, paid_cents: null, status: 'closed' }),
    { ...line('z', 9, '2026-01-05', 999), store: 'other' },
  ])
  await insertFacts(context, 'items', [
    { store: 'maoyi', item_id: 'i1', title: '棉T恤', category: '衣', cost_cents: 1000 },
    { store: 'maoyi', item_id: 'i2', title: '袜子', category: '袜', cost_cents: 500 },
  ])
  await insertFacts(context, 'events', [
    view(1, '2026-01-05T01:00:00.000Z', { channel: '手淘搜索' }),
    view(1, '2026-01-05T01:10:00.000Z', { channel: '手淘搜索' }),
    view(1, '2026-01-05T02:00:00.000Z', { channel: '直通车' }),
    view(2, '2026-01-05T02:00:00.000Z', { channel: '手淘搜索' }),
    view(5, '2026-01-06T02:00:00.000Z'),
    view(1, '2026-01-06T02:00:00.000Z'),
    view(5, '2026-01-06T03:00:00.000Z', { type: 'cart' }),
  ])
  const day = '2026-01-06'
  const shop = { store: 'maoyi', day }
  await insertFacts(context, 'ad_daily', [
    {
      ...shop,
      tool: '直通车',
      plan_id: 'p',
      item_id: 'i1',
      impressions: 1000,
      clicks: 50,
      spend_cents: 2501,
      attributed_paid_cents: 7503,
      attributed_orders: 2,
    },
  ])
  await insertFacts(context, 'shop_daily', [
    { ...shop, uv: 10, pv: 20, paid_cents: 500, pay_buyers: 1 },
    { ...shop, day: '2026-01-07', uv: 12, pv: 24, paid_cents: 600, pay_buyers: 2 },
    { ...shop, source: '搜索', uv: 7 },
    { ...shop, item_id: 'i1', uv: 6 },
  ])
  await insertFacts(context, 'feedback', [
    { ...shop, kind: 'review', feedback_id: '1', at: `${day}T01:00:00Z`, score: 5, item_id: 'i1' },
    { ...shop, kind: 'review', feedback_id: '2', at: `${day}T01:00:00Z`, score: 2, item_id: 'i2' },
    { ...shop, kind: 'review', feedback_id: '3', at: `${day}T01:00:00Z`, positive: 0 },
    { ...shop, kind: 'nps', feedback_id: '4', at: `${day}T01:00:00Z`, score: 10 },
    { ...shop, kind: 'nps', feedback_id: '5', at: `${day}T01:00:00Z`, score: 7 },
    { ...shop, kind: 'service', feedback_id: '6', at: `${day}T01:00:00Z`, first_reply_seconds: 12, agent: '小美' },
    { ...shop, kind: 'service', feedback_id: '7', at: `${day}T01:00:00Z`, first_reply_seconds: 15, agent: '小美' },
  ])
  await insertFacts(context, 'stock_daily', [
    { ...shop, sku_id: 's1', item_id: 'i1', on_hand: 40, on_sale: 1, cost_cents: 1000 },
    { ...shop, day: '2026-01-20', sku_id: 's1', item_id: 'i1', on_hand: 10, on_sale: 1, cost_cents: 1000 },
    { ...shop, day: '2026-01-20', sku_id: 's2', item_id: 'i2', on_hand: 0, on_sale: 1 },
  ])
}
