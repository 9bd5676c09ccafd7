import type { FunnelRequest, MetricInfo, QueryRequest } from '@zhanggui/contract'
import { type CompareChoice, type DayRange, fittingGrain } from '../../../range/range.ts'
import { hasHours } from '../has-hours.ts'

/** The figures of the first row, in reading order: result, its causes, its cost. Those a reader may not see fall away. */
export const KPI_METRICS = [
  'netPaid',
  'paid',
  'orders',
  'buyers',
  'uv',
  'cvr',
  'aov',
  'refundRate',
  'spend',
  'roi',
  'profit',
  'profitMargin',
] as const

/** What the trend can show. */
export const TREND_METRICS = [
  'netPaid',
  'paid',
  'gmv',
  'orders',
  'buyers',
  'uv',
  'cvr',
  'aov',
  'spend',
  'profit',
] as const

const RANK_ROWS = 8
const CATEGORY_ROWS = 6
const ITEM_ROWS = 10

type Known = Pick<MetricInfo, 'id' | 'grain'>

/** Every question of the cockpit, so that parts that need the same figures ask the same question once. */
export function cockpitQuestions(days: DayRange, compare: CompareChoice, kpis: readonly Known[]) {
  const range = { from: days.from, to: days.to }
  const against = compare === 'none' ? {} : { compare }
  const ids = kpis.map(({ id }) => id)
  const ranked = (dimension: string, metrics: string[], limit: number): QueryRequest => {
    const [by = ''] = metrics
    return { metrics, by: [dimension], ...range, ...against, order: { by, direction: 'desc' }, limit }
  }
  const grainOf = (metric: Pick<Known, 'grain'>) => fittingGrain(days, hasHours(metric))
  const course = (metrics: string[], grain: string): QueryRequest => ({
    metrics,
    by: [grain],
    ...range,
    ...against,
    fillGaps: true,
  })
  const daily = fittingGrain(days, false)
  // Nearly always one question answers all small courses and the trend; within a day or two each figure has its own grain.
  const sharesCourse = fittingGrain(days, true) === daily
  const finest = fittingGrain(days, true)
  const fine = kpis.filter((metric) => grainOf(metric) === finest).map(({ id }) => id)
  return {
    totals: { metrics: ids, ...range, ...against } satisfies QueryRequest,
    course: course(sharesCourse ? ids : fine, finest),
    trend: (metric: Known) =>
      sharesCourse && ids.includes(metric.id) ? course(ids, daily) : course([metric.id], grainOf(metric)),
    grainOf,
    occasions: { metrics: ['paid'], by: ['day', 'occasion'], ...range } satisfies QueryRequest,
    channels: ranked('channel', ['paid'], RANK_ROWS),
    categories: ranked('category', ['paid'], CATEGORY_ROWS),
    items: ranked('item', ['paid', 'unitsSold', 'refundRate'], ITEM_ROWS),
    buyers: course(['newBuyers', 'returningBuyers', 'newBuyerShare'], finest),
    refunds: course(['refundRate', 'refunded'], daily),
    daily,
    finest,
    refundsByCategory: ranked('category', ['refundRate', 'refunded'], CATEGORY_ROWS),
    funnel: { steps: ['view', 'cart', 'order', 'pay'], ...range } satisfies FunnelRequest,
  }
}
