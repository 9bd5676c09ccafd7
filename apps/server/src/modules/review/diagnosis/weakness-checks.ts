import type { Check } from '@zhanggui/analysis'
import type { QualityReport, Weakness } from '@zhanggui/contract'
import { IMPROVEMENT_TARGETS } from '@zhanggui/goals'

/** A check with everything that a reader is told when it fails. */
export type NamedCheck = Omit<Weakness, 'value' | 'limit'> & { check: Check; whyZh: string; whyEn: string }

/** Limits of data that is fine enough to judge by. Project defaults. */
const DATA_LIMITS = { missingDays: 0.02, staleHours: 48, unknownItems: 0.05 } as const
const OWN_DEFAULT = '本系统默认值'
const BRIEF = '年度改善目标'

type Words = Pick<NamedCheck, 'nameZh' | 'nameEn' | 'evidenceZh' | 'evidenceEn' | 'actionZh' | 'actionEn'>

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const plain = (value: number | null, limit: number, weakWhen: Check['weakWhen']): Check => ({
  value,
  limit,
  weakWhen,
  counts: null,
})

const tableOf = (quality: QualityReport, name: string) => quality.tables.find((t) => t.table === name)

/** Days without rows within the span of a table, as a share of it. */
function missingShare(quality: QualityReport, name: string): { share: number | null; days: number } {
  const table = tableOf(quality, name)
  if (!table || table.days === 0) return { share: null, days: 0 }
  return { share: table.missingDays.length / (table.days + table.missingDays.length), days: table.missingDays.length }
}

function dataCheck(id: string, check: Check, words: Words & { unit?: Weakness['unit']; link?: string }): NamedCheck {
  const { unit = 'ratio', link = 'data/quality', ...told } = words
  return {
    id,
    class: 'data',
    unit,
    link,
    limitSource: OWN_DEFAULT,
    query: null,
    check,
    whyZh: '还没有这类数据',
    whyEn: 'there is no data of this kind yet',
    ...told,
  }
}

/** Too coarse, with holes, too old, or blind to a step: what keeps every other figure from being believed. */
export function dataChecks(quality: QualityReport, now: Date): NamedCheck[] {
  const orders = tableOf(quality, 'order_lines')
  const itemsKnown =
    orders && orders.rows > 0 ? (orders.coverage.find((c) => c.column === 'item_id')?.known ?? null) : null
  const unknownItems = itemsKnown === null ? null : 1 - itemsKnown
  const holes = missingShare(quality, 'order_lines')
  const latest = tableOf(quality, 'events')?.latestAt ?? orders?.latestAt ?? null
  const hours = latest === null ? null : (now.getTime() - Date.parse(latest)) / 3_600_000
  const missing = quality.missingEventTypes
  const tracked = (tableOf(quality, 'events')?.rows ?? 0) > 0
  return [
    dataCheck('granularity', plain(unknownItems, DATA_LIMITS.unknownItems, 'above'), {
      nameZh: '订单粒度粗',
      nameEn: 'Orders are too coarse',
      evidenceZh: `${percent(unknownItems ?? 0)} 的订单行不知道是哪件商品`,
      evidenceEn: `${percent(unknownItems ?? 0)} of order lines name no item`,
      actionZh: '导入“宝贝明细”订单报表，补上商品与规格',
      actionEn: 'Import the order report with items and SKUs',
      link: 'data/imports',
    }),
    dataCheck('coverage', plain(holes.share, DATA_LIMITS.missingDays, 'above'), {
      nameZh: '数据有缺天',
      nameEn: 'Days are missing',
      evidenceZh: `订单有 ${holes.days} 天没有任何数据`,
      evidenceEn: `orders have no rows on ${holes.days} days`,
      actionZh: '到数据质量页查看缺哪些天并补导',
      actionEn: 'See which days are missing on the data page and import them',
    }),
    dataCheck('freshness', plain(hours, DATA_LIMITS.staleHours, 'above'), {
      unit: 'count',
      nameZh: '数据不新鲜',
      nameEn: 'Data is old',
      evidenceZh: `最新一条数据是 ${Math.round(hours ?? 0)} 小时前的`,
      evidenceEn: `the latest row is ${Math.round(hours ?? 0)} hours old`,
      actionZh: '接入实时埋点，或把报表导入排进每天的任务',
      actionEn: 'Send events, or make the import a daily task',
      link: 'data/imports',
    }),
    dataCheck('eventTypes', plain(tracked ? missing.length : null, 0, 'above'), {
      unit: 'count',
      nameZh: '缺少关键行为',
      nameEn: 'Steps are not tracked',
      evidenceZh: `没有采集：${missing.join('、')}`,
      evidenceEn: `not tracked: ${missing.join(', ')}`,
      actionZh: '在埋点里补上这些行为，漏斗才看得到流失在哪一步',
      actionEn: 'Track these steps, so that the funnel shows where visitors are lost',
    }),
  ]
}

export type SupplyFigures = { stockOutRate: number | null; stockCoverDays: number | null }

/** Goods that are not there when they are wanted, and money that lies in goods that nobody wants. */
export function supplyChecks(
  { stockOutRate, stockCoverDays }: SupplyFigures,
  days: { from: string; to: string },
): NamedCheck[] {
  const shared = {
    class: 'supply' as const,
    limitSource: BRIEF,
    whyZh: '没有库存数据，请导入库存日报',
    whyEn: 'there is no stock; import the daily stock report',
  }
  return [
    {
      ...shared,
      id: 'stockOut',
      unit: 'ratio',
      nameZh: '缺货率高',
      nameEn: 'Too often out of stock',
      evidenceZh: `缺货率 ${percent(stockOutRate ?? 0)}`,
      evidenceEn: `${percent(stockOutRate ?? 0)} of items were out of stock`,
      actionZh: '按销量重排补货顺序，爆款设安全库存与断货预案',
      actionEn: 'Order refills by sales, keep safety stock of hero items and a playbook for stock-outs',
      link: 'live/alerts',
      query: { metrics: ['stockOutRate'], by: ['category'], ...days },
      check: plain(stockOutRate, IMPROVEMENT_TARGETS.stockOutRateMax, 'above'),
    },
    {
      ...shared,
      id: 'slowStock',
      unit: 'days',
      nameZh: '周转慢',
      nameEn: 'Stock turns slowly',
      evidenceZh: `库存够卖 ${Math.round(stockCoverDays ?? 0)} 天`,
      evidenceEn: `stock lasts ${Math.round(stockCoverDays ?? 0)} days`,
      actionZh: '对滞销款做清仓或搭售，供应链改小批快返',
      actionEn: 'Clear or bundle slow goods, and order smaller lots more often',
      link: 'campaigns',
      query: { metrics: ['stockCoverDays', 'stockUnits'], by: ['category'], ...days },
      check: plain(stockCoverDays, IMPROVEMENT_TARGETS.stockCoverDaysMax, 'above'),
    },
  ]
}

export type ConversionFigures = { uv: number | null; buyers: number | null; cvr: number | null }

/** Conversion against an industry figure that the shop states in its benchmark library. */
export function conversionCheck(
  { uv, buyers, cvr }: ConversionFigures,
  benchmark: { target: number; source: string } | null,
  days: { from: string; to: string },
): NamedCheck {
  const counts = uv === null || buyers === null ? null : { over: buyers, under: uv }
  return {
    id: 'conversion',
    class: 'conversion',
    nameZh: '转化率低于行业',
    nameEn: 'Conversion below the industry',
    unit: 'ratio',
    limitSource: benchmark?.source ?? '',
    evidenceZh: `${uv ?? 0} 位访客里 ${buyers ?? 0} 位支付，行业 ${percent(benchmark?.target ?? 0)}`,
    evidenceEn: `${buyers ?? 0} of ${uv ?? 0} visitors paid; the industry has ${percent(benchmark?.target ?? 0)}`,
    actionZh: '到漏斗与归因页看流失在哪一步、哪个渠道，再为最差的一步立改善项目',
    actionEn: 'See in the funnel and the explanation which step and channel lose most, and start an initiative there',
    link: 'review/drivers?metric=cvr&by=channel',
    query: { metrics: ['cvr', 'uv', 'buyers'], by: ['channel'], ...days },
    check: { value: cvr, limit: benchmark?.target ?? null, weakWhen: 'below', counts },
    whyZh: benchmark ? '没有访客数据' : '标杆库里没有支付转化率的行业值，请先登记',
    whyEn: benchmark
      ? 'visits are not recorded'
      : 'the benchmark library has no industry figure of conversion; add one',
  }
}

export type SamenessFigures = { campaigns: number; cloned: { name: string; like: string; score: number }[] }

/** Of three campaigns one may repeat another; more is the same campaign over and over. Project default. */
const CLONED_MAX = 1 / 3

/** Campaigns that are others in new clothes (同质化). */
export function samenessCheck({ campaigns, cloned }: SamenessFigures): NamedCheck {
  const pairs = cloned.map((c) => `${c.name} ≈ ${c.like}（${percent(c.score)}）`)
  return {
    id: 'sameness',
    class: 'sameness',
    nameZh: '活动同质化',
    nameEn: 'Campaigns repeat each other',
    unit: 'ratio',
    limitSource: OWN_DEFAULT,
    evidenceZh: `${campaigns} 场活动里 ${cloned.length} 场与之前的几乎相同：${pairs.slice(0, 3).join('；')}`,
    evidenceEn: `${cloned.length} of ${campaigns} campaigns are nearly another one: ${pairs.slice(0, 3).join('; ')}`,
    actionZh: '打开活动的“新鲜度”，换上没有用过的玩法与货品',
    actionEn: 'Open the novelty of the campaign and bring in gameplay and goods that were not used',
    link: 'campaigns',
    query: null,
    check: plain(campaigns < 2 ? null : cloned.length / campaigns, CLONED_MAX, 'above'),
    whyZh: '活动少于两场',
    whyEn: 'there are fewer than two campaigns',
  }
}
