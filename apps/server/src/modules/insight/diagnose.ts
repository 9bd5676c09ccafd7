import type { Diagnosis, Filter, InsightRange, Store } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { BASELINES, type Baseline } from './baselines.ts'
import { type Asker, runQuery } from './run-query.ts'

type Finding = Diagnosis['findings'][number]
type Figures = Record<string, number | null>

/** Categories looked at: those with most buyers, so that a long tail of codes does not bury the rest. */
const CATEGORIES = 20

/** The pages that show one item. */
const DETAIL_PAGES = ['detail', 'item', '详情页', '商品详情']

const asFigures = (row: Record<string, string | number | null>): Figures =>
  Object.fromEntries(Object.entries(row).map(([id, v]) => [id, typeof v === 'number' ? v : null]))

function verdictOf(value: number | null, { value: limit, behindWhen }: Baseline): Finding['verdict'] {
  if (value === null) return 'unknown'
  return (behindWhen === 'below' ? value < limit : value > limit) ? 'behind' : 'fine'
}

/** `people` (or visits, or orders) short of the baseline × what each brings; whole cents, 0 when nothing is short. */
function worth(short: number | null, each: number | null): number | null {
  if (short === null || each === null) return null
  return Math.max(0, Math.round(short * each))
}

/** How far the numerator is on the wrong side of the baseline's share of the denominator. */
function shortfall(part: { numerator: number | null; denominator: number | null }, baseline: Baseline): number | null {
  if (part.numerator === null || part.denominator === null) return null
  const stated = baseline.value * part.denominator
  return baseline.behindWhen === 'below' ? stated - part.numerator : part.numerator - stated
}

type Part = { subject: string; numerator: number | null; denominator: number | null; each: number | null }

function finding(
  facts: Pick<Finding, 'id' | 'nameZh' | 'nameEn' | 'reckoningZh' | 'reckoningEn' | 'query'>,
  part: Part,
): Finding {
  const baseline = BASELINES[facts.id]
  const value = ratio(part.numerator, part.denominator)
  return {
    ...facts,
    subject: part.subject,
    value,
    numerator: part.numerator,
    denominator: part.denominator,
    baseline: baseline.value,
    baselineSource: baseline.source,
    verdict: verdictOf(value, baseline),
    atStakeCents: worth(shortfall(part, baseline), part.each),
  }
}

const question = (metrics: string[], by: string[] = [], filters: Filter[] = []): Finding['query'] => ({
  metrics,
  by,
  filters,
})

const inDimension = (dimension: string, values: string[]): Filter[] => [{ dimension, op: 'in', values }]

const penetration = (subject: string, { buyers = null, aov = null }: Figures, shop: Figures): Finding =>
  finding(
    {
      id: 'categoryPenetration',
      nameZh: '类目渗透率',
      nameEn: 'Category penetration',
      reckoningZh: '（基准 × 全店买家数 − 本类目买家数）× 本类目客单价',
      reckoningEn: '(baseline × all buyers − buyers of the category) × AOV of the category',
      query: question(['buyers', 'aov'], ['category'], inDimension('category', [subject])),
    },
    { subject, numerator: buyers, denominator: shop.buyers ?? null, each: aov },
  )

const searchDependence = (traffic: Figures, search: Figures, shop: Figures): Finding =>
  finding(
    {
      id: 'searchDependence',
      nameZh: '搜索流量依赖',
      nameEn: 'Dependence on search',
      reckoningZh: '超出基准的搜索访问次数 × 每次来源已知访问的支付金额',
      reckoningEn: 'visits from search above the baseline × paid per visit with a known source',
      query: question(['searchShare'], ['month']),
    },
    {
      subject: '',
      numerator: search.visits ?? null,
      denominator: traffic.visits ?? null,
      each: ratio(shop.paid ?? null, traffic.visits ?? null),
    },
  )

const detailBounce = (detail: Figures, shop: Figures): Finding =>
  finding(
    {
      id: 'detailBounce',
      nameZh: '详情页跳失率',
      nameEn: 'Detail-page bounce',
      reckoningZh: '超出基准的跳失访问次数 × 每次访问的支付金额',
      reckoningEn: 'bounced visits above the baseline × paid per visit',
      query: question(['bounceRate', 'visits'], ['page'], inDimension('page', DETAIL_PAGES)),
    },
    {
      subject: '',
      numerator:
        detail.bounceRate == null || detail.visits == null ? null : Math.round(detail.bounceRate * detail.visits),
      denominator: detail.visits ?? null,
      each: ratio(shop.paid ?? null, shop.visits ?? null),
    },
  )

const paymentAbandonment = (shop: Figures): Finding =>
  finding(
    {
      id: 'paymentAbandonment',
      nameZh: '支付流失率',
      nameEn: 'Payment abandonment',
      reckoningZh: '超出基准的未支付订单数 × 笔单价',
      reckoningEn: 'unpaid orders above the baseline × paid per order',
      query: question(['abandonment', 'placedOrders'], ['month']),
    },
    {
      subject: '',
      numerator:
        shop.abandonment == null || shop.placedOrders == null ? null : Math.round(shop.abandonment * shop.placedOrders),
      denominator: shop.placedOrders ?? null,
      each: shop.paidPerOrder ?? null,
    },
  )

/** Money first; what cannot be reckoned comes last, what is fine after what is behind. */
function byStake(a: Finding, b: Finding): number {
  const rank = (f: Finding): number => ({ behind: 0, fine: 1, unknown: 2 })[f.verdict]
  return rank(a) - rank(b) || (b.atStakeCents ?? -1) - (a.atStakeCents ?? -1) || (a.subject < b.subject ? -1 : 1)
}

/**
 * The shop's own figures beside stated baselines, the costliest shortfall first.
 * Shape: contract `Diagnosis`; `atStakeCents` is what reaching the baseline would bring at the shop's own rates, an upper
 * bound and no forecast. Errors: as `runQuery`.
 */
export async function diagnose(context: Context, store: Store, range: InsightRange, asker?: Asker): Promise<Diagnosis> {
  const ask = (query: Finding['query'], limit = 1) => runQuery(context, store, { ...query, ...range, limit }, asker)
  const [shop, categories, detail, sources] = await Promise.all([
    ask(question(['buyers', 'paid', 'visits', 'abandonment', 'placedOrders', 'paidPerOrder'])),
    ask(question(['buyers', 'aov'], ['category']), CATEGORIES + 1),
    ask(question(['bounceRate', 'visits'], [], inDimension('page', DETAIL_PAGES))),
    ask(question(['visits'], ['trafficClass']), 100),
  ])
  const figures = asFigures(shop.totals)
  const sourced = sources.rows.filter((r) => r.trafficClass !== '').map(asFigures)
  const visits = sourced.length === 0 ? null : sourced.reduce((sum, r) => sum + (r.visits ?? 0), 0)
  const search = asFigures(
    sources.rows.find((r) => r.trafficClass === 'search') ?? { visits: visits === null ? null : 0 },
  )
  const named = categories.rows.filter((r) => r.category !== '').slice(0, CATEGORIES)
  const findings = [
    ...named.map((row) => penetration(String(row.category), asFigures(row), figures)),
    searchDependence({ visits }, search, figures),
    detailBounce(asFigures(detail.totals), figures),
    paymentAbandonment(figures),
  ]
  return { range: shop.range, currency: store.currency, findings: findings.sort(byStake) }
}
