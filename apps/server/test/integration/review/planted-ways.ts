import type { Context } from '../../../src/context.ts'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'

const STORE = 'alpha'

const view = (visitor: number, at: string, channel: string): FactRow => ({
  store: STORE,
  day: at.slice(0, 10),
  at: `${at}T02:00:00.000Z`,
  type: 'view',
  visitor,
  session: visitor * 100 + Number(at.slice(8, 10)),
  channel,
  page: 'detail',
  row_key: visitor * 1000 + Number(at.slice(8, 10)),
})

let orders = 0
const order = (buyer: number, day: string, yuan: number, more: FactRow = {}): FactRow => ({
  store: STORE,
  order_id: `o${++orders}`,
  line_id: 'l1',
  buyer,
  item_id: 'i1',
  created_day: day,
  created_at: `${day}T03:00:00.000Z`,
  paid_day: day,
  paid_at: `${day}T03:00:00.000Z`,
  gmv_cents: yuan * 100,
  paid_cents: yuan * 100,
  ...more,
})

/**
 * The published example of removal effects as visits and orders of October, 直通车 for google and 私域 for mailing: two come by 直通车 twice and
 * buy, one by 私域, one by both, one by 直通车 leaves. A sixth buyer was never seen. September sells less of 家居 and more of 美妆.
 */
async function plantOctober(context: Context): Promise<void> {
  await insertFacts(context, 'events', [
    view(1, '2026-10-03', '直通车'),
    view(1, '2026-10-05', '直通车'),
    view(2, '2026-10-04', '直通车'),
    view(2, '2026-10-06', '直通车'),
    view(3, '2026-10-07', '私域'),
    view(4, '2026-10-08', '直通车'),
    view(4, '2026-10-10', '私域'),
    view(5, '2026-10-09', '直通车'),
    view(21, '2026-09-03', '直通车'),
    view(22, '2026-09-04', '搜索'),
    view(23, '2026-09-05', '搜索'),
    view(24, '2026-09-06', ''),
  ])
  await insertFacts(context, 'order_lines', [
    order(1, '2026-10-05', 100, { category: '家居' }),
    order(2, '2026-10-06', 100, { category: '家居' }),
    order(3, '2026-10-07', 100, { category: '家居', quantity: 2 }),
    order(4, '2026-10-10', 100, { category: '美妆' }),
    order(9, '2026-10-11', 50, { category: '美妆' }),
    order(21, '2026-09-03', 80, { category: '美妆' }),
    order(22, '2026-09-04', 120, { category: '美妆' }),
  ])
}

const PROVINCES = ['浙江', '江苏', '上海', '广东', '福建', '山东']

/** In August 直通车 was stopped in the last three provinces for a week: they lose about half, the others nothing. */
async function plantTest(context: Context): Promise<void> {
  const after = [1000, 1020, 980, 500, 520, 480]
  const rows = PROVINCES.flatMap((province, i) => [
    order(100 + i, '2026-08-03', 1000, { province }),
    order(200 + i, '2026-08-10', after[i] ?? 0, { province }),
  ])
  await insertFacts(context, 'order_lines', rows)
}

const ad = (day: string, tool: string, yuan: number, claimed: number): FactRow => ({
  store: STORE,
  day,
  tool,
  plan_id: `${tool}-${day}`,
  impressions: 1000,
  clicks: 500,
  spend_cents: yuan * 100,
  attributed_paid_cents: claimed * 100,
})

export async function plantWays(context: Context): Promise<void> {
  await plantOctober(context)
  await plantTest(context)
  await insertFacts(context, 'ad_daily', [ad('2026-10-05', '直通车', 60, 400), ad('2026-08-10', '直通车', 500, 900)])
}

export const STOPPED = PROVINCES.slice(3).join('、')

const voice = (kind: string, channel: string, text: string, more: FactRow = {}): FactRow => ({
  store: STORE,
  day: '2026-10-12',
  at: '2026-10-12T04:00:00.000Z',
  kind,
  channel,
  feedback_id: text,
  text,
  ...more,
})

/** The same complaint by three voices, another by one, and praise. */
export const plantVoices = (context: Context): Promise<void> =>
  insertFacts(context, 'feedback', [
    voice('nps', '问卷', '发货太慢了，等了一个星期', { buyer: 1, score: 2, item_id: 'i1' }),
    voice('service', '电话', '我的订单怎么还没发货', { buyer: 2 }),
    voice('review', '小红书', '双11買的到現在都不發貨', { score: 1 }),
    voice('review', '淘宝', '收到时外盒破损', { buyer: 3, score: 2, item_id: 'i1' }),
    voice('review', '淘宝', '物流很快，没有破损', { buyer: 4, score: 5, positive: 1 }),
  ])
