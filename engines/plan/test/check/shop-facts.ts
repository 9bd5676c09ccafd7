import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import type { GoalMetric } from '@zhanggui/goals'
import { parseDay } from '@zhanggui/kernel'
import { dictionary } from '@zhanggui/metrics'
import type { PlanFacts } from '../../src/index.ts'
import { DEFAULT_TOOLS } from '../../src/tools/default-tools.ts'

const metrics = dictionary().map(
  ({ id, nameZh, nameEn, unit, kind, numerator, denominator, dimensions, higherIsBetter }): GoalMetric => ({
    id,
    nameZh,
    nameEn,
    unit,
    kind,
    numerator,
    denominator,
    dimensions,
    higherIsBetter,
  }),
)

const year2026 = { scope: {}, fromDay: parseDay('2026-01-01'), toDay: parseDay('2027-01-01') }

/** What is known of the shop of the fixtures: its data of 2026, the real calendar, catalogue of metrics and tools. */
export const shopFacts = (): PlanFacts => ({
  today: parseDay('2026-12-15'),
  platform: 'tmall',
  metrics,
  observed: [
    { ...year2026, metric: 'paid', grain: 'month', low: 8_000_000, high: 26_000_000 },
    { ...year2026, metric: 'paid', grain: 'year', low: 160_000_000, high: 160_000_000 },
    { ...year2026, metric: 'cvr', grain: 'year', low: 0.04, high: 0.04 },
    { ...year2026, metric: 'newBuyers', grain: 'year', low: 2600, high: 2600 },
  ],
  occasions: TMALL_OCCASIONS,
  tools: DEFAULT_TOOLS,
  assumptions: [
    {
      id: 'a-content',
      title: '内容时长同比 +12%',
      source: '行业年报 2026',
      expiresDay: parseDay('2027-06-30'),
      contradiction: null,
    },
    {
      id: 'a-old',
      title: '站外成本同比 +20%',
      source: '行业年报 2024',
      expiresDay: parseDay('2026-01-01'),
      contradiction: null,
    },
    {
      id: 'a-wrong',
      title: '类目增长 15%',
      source: '行业年报 2026',
      expiresDay: parseDay('2027-06-30'),
      contradiction: '本店所在类目 2026 年只增长 8%',
    },
    {
      id: 'a-hearsay',
      title: '低线城市消费升级',
      source: ' ',
      expiresDay: parseDay('2027-06-30'),
      contradiction: null,
    },
  ],
  contract: { fromDay: parseDay('2026-07-01'), toDay: parseDay('2028-07-01'), yearsMin: 2 },
  dossier: { missing: [] },
})
