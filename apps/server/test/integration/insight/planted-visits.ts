import { createRng } from '@zhanggui/kernel'
import type { FactRow } from './insert-facts.ts'

/** One visit of one visitor, as planned before it became events. */
export type Visit = {
  visitor: number
  channel: string
  device: string
  landing: string
  views: number
  reach: 'view' | 'cart' | 'order' | 'pay'
  paidCents: number
  category: string
}

const CHANNELS = ['手淘搜索', '猜你喜欢', '直通车', '企业微信', '抖音', '直播', ''] as const
const CHANNEL_WEIGHTS = [64, 10, 8, 5, 4, 6, 3]
const CATEGORIES = ['护肤', '彩妆', '家居', '生鲜'] as const
const CATEGORY_WEIGHTS = [50, 35, 9, 6]

/** The planted loss: who places an order on a phone browser mostly gives up when paying. */
export const PLANTED = { device: 'wap', step: 'pay' } as const
const PAY_RATE: Record<string, number> = { app: 0.85, pc: 0.85, wap: 0.35 }

/** Visits of one day, drawn from a seed; each visitor comes once. */
export function plantVisits(count: number, seed: string): Visit[] {
  const rng = createRng(seed)
  return Array.from({ length: count }, (_, i): Visit => {
    const device = rng.pick(['app', 'pc', 'wap'], [5, 2, 3])
    const carted = rng.next() < 0.3
    const ordered = carted && rng.next() < 0.6
    const paid = ordered && rng.next() < (PAY_RATE[device] ?? 1)
    return {
      visitor: i + 1,
      channel: rng.pick(CHANNELS, CHANNEL_WEIGHTS),
      device,
      landing: rng.pick(['home', 'detail'], [4, 6]),
      views: carted ? 2 + rng.int(3) : 1 + (rng.next() < 0.5 ? 0 : rng.int(4)),
      reach: paid ? 'pay' : ordered ? 'order' : carted ? 'cart' : 'view',
      paidCents: paid ? 1000 + rng.int(50_000) : 0,
      category: rng.pick(CATEGORIES, CATEGORY_WEIGHTS),
    }
  })
}

const DAY = '2026-03-10'
const DAY_START = Date.parse('2026-03-10T00:00:00Z')
const atOf = (visit: Visit, step: number): string =>
  new Date(DAY_START + (visit.visitor % 50_000) * 1000 + step * 60_000).toISOString()

/** The visit as tracked events: its views a minute apart, then how far it got. */
export function eventsOf(store: string, visit: Visit): FactRow[] {
  const { visitor, channel, device, category } = visit
  const shared = { store, day: DAY, visitor, session: visitor, channel, device, category }
  const views = Array.from({ length: visit.views }, (_, i) => ({
    ...shared,
    type: 'view',
    page: i === 0 ? visit.landing : 'detail',
    at: atOf(visit, i),
    row_key: visitor * 100 + i,
  }))
  const steps = ['cart', 'order', 'pay'].slice(0, ['view', 'cart', 'order', 'pay'].indexOf(visit.reach))
  const later = steps.map((type, i) => ({
    ...shared,
    type,
    page: type === 'cart' ? 'cart' : 'checkout',
    at: atOf(visit, visit.views + i),
    row_key: visitor * 100 + 50 + i,
  }))
  return [...views, ...later]
}

/** The order that the visit left, if any. */
export function orderOf(store: string, visit: Visit): FactRow[] {
  if (visit.reach !== 'order' && visit.reach !== 'pay') return []
  const paid = visit.reach === 'pay'
  const at = atOf(visit, 9)
  return [
    {
      store,
      order_id: `o${visit.visitor}`,
      line_id: '1',
      created_day: DAY,
      created_at: at,
      paid_day: paid ? DAY : null,
      paid_at: paid ? at : null,
      status: paid ? 'paid' : 'unpaid',
      buyer: visit.visitor,
      channel: visit.channel,
      device: visit.device,
      category: visit.category,
      item_id: `i-${visit.category}`,
      gmv_cents: paid ? visit.paidCents : 5000,
      paid_cents: paid ? visit.paidCents : null,
    },
  ]
}
