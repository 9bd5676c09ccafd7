import { parseDay } from '@zhanggui/kernel'
import { expect, test } from 'vitest'
import {
  type Answer,
  buildReport,
  checkDocument,
  type Figure,
  figure,
  outlineOf,
  proposalsOf,
  REPORT_LIBRARY,
  reportAsks,
  reportNeeds,
} from '../src/index.ts'
import { weeksOfMonth } from '../src/sections/reconcile.ts'
import { period as november, telling } from './narrative/telling.ts'

const query = { kind: 'query' as const, metrics: ['paid'], by: [], from: '2026-01-01', to: '2027-01-01' }
const money = (value: number | null): Figure => figure(value, 'money', query)
const periodOf = (kind: (typeof REPORT_LIBRARY)[number]) => ({ ...november, kind: kind.period })

test.each(REPORT_LIBRARY.map((kind) => [kind.id, kind] as const))(
  '%s of a shop without any data has every part, none empty, and says what is lacking',
  (_, kind) => {
    const period = periodOf(kind)
    const answers = new Map<string, Answer | null>(
      [...reportAsks(kind, period)].map(([key, ask]) => [
        key,
        { ask, rows: [], totals: {}, range: null, compareRange: null, incomparable: [], labels: {} },
      ]),
    )
    for (const language of ['zh', 'en'] as const) {
      const { metrics, dimensions } = telling()
      const input = { metrics, dimensions, currency: 'CNY', language, period, answers, facts: {}, dataUntil: null }
      const document = buildReport(kind, { ...input, storeName: '店' })
      expect(document.chapters).toHaveLength(kind.chapters.length)
      expect(checkDocument(document)).toEqual([])
      expect(JSON.stringify(document)).not.toContain('NaN')
    }
  },
)

test('[P14.09] the annual summary has the six parts of the trade in their order', () => {
  const annual = REPORT_LIBRARY.find(({ id }) => id === 'annual-summary')
  expect(annual?.chapters.map(({ name }) => name.zh)).toEqual(['业绩', '流量', '转化', '用户资产', '问题', '明年'])
})

test('ids, names and periods of the library are told apart', () => {
  expect(new Set(REPORT_LIBRARY.map(({ id }) => id)).size).toBe(REPORT_LIBRARY.length)
  for (const kind of REPORT_LIBRARY) expect(new Set(kind.chapters.map(({ id }) => id)).size).toBe(kind.chapters.length)
})

test('[P14.14] the merchant’s pack asks for nothing but the shop’s own figures, goals and budget', () => {
  const pack = REPORT_LIBRARY.find(({ id }) => id === 'merchant-pack')
  expect(pack && reportNeeds(pack)).toEqual(['goals', 'budget'])
})

const packDay = (week: string, day: string, packed: number, now: number) => ({
  week,
  day,
  packed: money(packed),
  now: money(now),
})

test('[P14.06] a week over two months gives each month its own days, and the weeks add up to the month', () => {
  const days = [
    ...['2026-09-28', '2026-09-29', '2026-09-30'].map((day) => ({ day, paidCents: 100 })),
    ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'].map((day) => ({ day, paidCents: 200 })),
  ]
  const packs = days.slice(0, 7).map(({ day, paidCents }) => packDay('2026-09-28', day, paidCents, paidCents))
  const [september, october] = [days.filter(({ day }) => day < '2026-10'), days.filter(({ day }) => day >= '2026-10')]
  expect(weeksOfMonth(september, packs)).toEqual([{ week: '2026-09-28', days: 3, paidCents: 300, packedCents: 300 }])
  expect(weeksOfMonth(october, packs)).toEqual([
    { week: '2026-09-28', days: 4, paidCents: 800, packedCents: 800 },
    { week: '2026-10-05', days: 1, paidCents: 200, packedCents: null },
  ])
})

test('[P14.17] every item that a finding asks for names the finding, the costliest first in priority', () => {
  const weakness = (id: string, atStake: number) => ({
    id,
    name: id,
    subject: '',
    value: figure(0.5, 'ratio', query),
    baseline: figure(0.4, 'ratio', query),
    atStake: money(atStake),
    action: `修 ${id}`,
  })
  const weaknesses = [weakness('detailBounce', 900_00), weakness('searchDependence', 100_00)]
  const items = outlineOf({ weaknesses, surveyed: [], outlook: null, feeRatioMax: 0.1, language: 'zh' })
  expect(items.map(({ basis, priority, budget }) => [basis, priority, budget.value])).toEqual([
    ['detailBounce', 'high', 90_00],
    ['searchDependence', 'low', 10_00],
  ])
  expect(outlineOf({ weaknesses: [], surveyed: [], outlook: null, feeRatioMax: null, language: 'zh' })).toEqual([])
})

test('[P14.17] goals, technology, content and logistics each come from their finding; one without money is urgent when far from its limit', () => {
  const found = (id: string, value: number, baseline: number) => ({
    id,
    name: id,
    subject: '',
    value: figure(value, 'ratio', query),
    baseline: figure(baseline, 'ratio', query),
    atStake: money(null),
    action: `修 ${id}`,
  })
  const weaknesses = [found('conversion', 0.03, 0.04), found('sameness', 0.4, 0.33), found('slowStock', 90, 30)]
  const outlook = { year: 2027, mean: money(1_000_00), low: money(800_00), high: money(1_200_00), level: 0.8 }
  const items = outlineOf({ weaknesses, surveyed: [], outlook, feeRatioMax: 0.1, language: 'zh' })
  expect(items.map(({ area, basis, priority, evidence }) => [area, basis, priority, evidence.value])).toEqual([
    ['goals', 'conversion', 'high', 0.03],
    ['technology', 'conversion', 'middle', 0.03],
    ['content', 'sameness', 'middle', 0.4],
    ['logistics', 'slowStock', 'high', 90],
  ])
})

test('[P14.15] a change that buyers asked for stands in the outline with its survey, how many asked, and their share', () => {
  const ref = { kind: 'record' as const, resource: 'surveys', id: 'y' }
  const change = {
    survey: '年度调研',
    question: 2,
    area: 'logistics' as const,
    priority: 'high' as const,
    text: '夜班发货',
  }
  const surveyed = [{ ...change, option: '物流慢', cites: 30, of: 120, share: figure(0.25, 'ratio', ref) }]
  const [item] = outlineOf({ weaknesses: [], surveyed, outlook: null, feeRatioMax: null, language: 'zh' })
  expect(item).toMatchObject({
    area: 'logistics',
    basis: '《年度调研》第 2 题：120 人里 30 人选“物流慢”',
    evidence: { value: 0.25, ref },
  })
})

test('[P14.07] [P10.17] a channel below the rule is reduced in proportion, a campaign whose buyers came back is copied; each shows its number', () => {
  const channel = (roi: number, verdict: 'cut' | 'keep') => ({
    channel: `roi ${roi}`,
    spend: money(100_00),
    sales: money(roi * 100_00),
    roi: figure(roi, 'multiple', query),
    verdict,
    floor: 3,
    next: money(60_00),
  })
  const campaign = (id: string, repurchase: number, target: number | null) => ({
    id,
    name: id,
    from: '2026-06-01',
    to: '2026-06-20',
    paid: money(500_00),
    target: money(target),
    cvr: figure(0.03, 'ratio', query),
    repurchase: figure(repurchase, 'ratio', query),
    mechanics: ['满减'],
  })
  const found = proposalsOf({
    channels: [channel(1.5, 'cut'), channel(3, 'keep')],
    campaigns: [campaign('618', 0.3, 400_00), campaign('520', 0.1, null), campaign('38', 0.3, 900_00)],
    shopRepurchase: figure(0.2, 'ratio', query),
    next: { from: parseDay('2026-10-01'), last: parseDay('2026-12-31') },
    language: 'zh',
  })
  expect(
    found.map(({ id, before, after, evidence, limit }) => [id, before.value, after.value, evidence.value, limit.value]),
  ).toEqual([
    ['reduce/roi 1.5', 60_00, 30_00, 1.5, 3],
    ['copy/618', 0, 500_00, 0.3, 0.2],
  ])
  expect(found[1]?.reason).toContain('季节不同')
})
