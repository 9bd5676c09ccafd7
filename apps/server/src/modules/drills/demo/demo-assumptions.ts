import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { ResourceData } from '../../admin/resources/define-resource.ts'
import { saveRows } from '../../admin/resources/save-rows.ts'
import { MARKET_ASSUMPTIONS } from '../../insight/market-assumptions.ts'
import { readAssumptions } from '../../insight/read-assumptions.ts'

/** How old a source is on the demo's last day, and for how long it holds from then. */
const SOURCE_AGE_DAYS = 120
const HOLDS_DAYS = 365

/**
 * What the demo shop's plans take for granted. The shop is made up and so are the sources; the figures are those that plans of this
 * kind write down. One is held against the shop's own click price.
 */
const ASSUMPTIONS: readonly ResourceData[] = [
  {
    title: '内容页停留时长同比增长一成左右，种草到成交的链路继续变长',
    value: '同比 +12%',
    source: '演示数据：行业内容消费季报',
  },
  {
    title: '只靠降价换不来复购，会员权益与服务决定老客回流',
    value: '定性',
    source: '演示数据：品牌访谈纪要',
  },
  {
    title: '站外投放的点击成本一年上涨不超过五成',
    value: '同比 ≤ +50%',
    source: '演示数据：媒介代理报价单',
    metric: 'cpc',
    basis: 'yoy',
    low: -0.5,
    high: 0.5,
  },
]

/** Registers the demo's market assumptions. Shape: their ids, for the plans that rest on them. Safe to repeat. */
export async function saveDemoAssumptions(
  context: Context,
  store: Store,
  { actor, until }: { actor: string; until: BusinessDay },
): Promise<string[]> {
  const dated = { sourceDay: addDays(until, -SOURCE_AGE_DAYS), expiresDay: addDays(until, HOLDS_DAYS) }
  const rows = ASSUMPTIONS.map((data, i) => ({ line: i + 1, data: { ...data, ...dated } }))
  const caller = { store: store.id, actor, role: 'owner' as const }
  const { problems } = await saveRows(context, MARKET_ASSUMPTIONS, caller, { rows, reason: 'demo' })
  if (problems.length > 0) throw new Error(`demo assumptions: ${problems[0]?.messageEn}`)
  const titles = new Set(ASSUMPTIONS.map(({ title }) => title))
  return (await readAssumptions(context, store)).filter(({ title }) => titles.has(title)).map(({ id }) => id)
}
