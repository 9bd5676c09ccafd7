import type { FunnelRequest, QueryRequest } from '@zhanggui/contract'
import { type CompareChoice, type DayRange, fittingGrain } from '../../../range/range.ts'

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

/** What the trend can show, by the same ids. */
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

export type CockpitQuestions = ReturnType<typeof cockpitQuestions>

/** Every question of the cockpit, so that parts that need the same figures ask the same question once. */
export function cockpitQuestions(days: DayRange, compare: CompareChoice, kpis: string[]) {
  const range = { from: days.from, to: days.to }
  const against = compare === 'none' ? {} : { compare }
  const grain = fittingGrain(days)
  const ranked = (dimension: string, metrics: string[], limit: number): QueryRequest => {
    const [by = ''] = metrics
    return { metrics, by: [dimension], ...range, ...against, order: { by, direction: 'desc' }, limit }
  }
  const course = (metrics: string[]): QueryRequest => ({ metrics, by: [grain], ...range, ...against, fillGaps: true })
  return {
    grain,
    totals: { metrics: kpis, ...range, ...against } satisfies QueryRequest,
    course: course(kpis),
    trend: (metric: string) => (kpis.includes(metric) ? course(kpis) : course([metric])),
    occasions: { metrics: ['paid'], by: ['day', 'occasion'], ...range } satisfies QueryRequest,
    channels: ranked('channel', ['paid'], RANK_ROWS),
    categories: ranked('category', ['paid'], CATEGORY_ROWS),
    items: ranked('item', ['paid', 'unitsSold', 'refundRate'], ITEM_ROWS),
    buyers: {
      metrics: ['newBuyers', 'returningBuyers', 'newBuyerShare'],
      by: [grain],
      ...range,
      ...against,
      fillGaps: true,
    },
    refunds: { metrics: ['refundRate', 'refunded'], by: [grain], ...range, ...against, fillGaps: true },
    refundsByCategory: ranked('category', ['refundRate', 'refunded'], CATEGORY_ROWS),
    funnel: { steps: ['view', 'cart', 'order', 'pay'], ...range } satisfies FunnelRequest,
  }
}
