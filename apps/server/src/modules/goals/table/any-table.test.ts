import { PLAN_PART_BODIES, type PlanPart } from '@zhanggui/contract'
import {
  DEFAULT_TOOLS,
  deriveTable,
  emptyPlan,
  type Grid,
  mergeTable,
  type Plan,
  planFaults,
  readTable,
  withParts,
} from '@zhanggui/plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const HEADER = ['时间', '目标', '主题', '策略', '页面设计', '日常推广', '商家配合']
const WORLD = { year: 2027, tools: DEFAULT_TOOLS, platform: 'tmall', day: '2027-01-01' }
const empty = emptyPlan({ id: 'plan-2027', year: 2027, name: '2027', currency: 'CNY' })

const time = fc.oneof(
  fc.constantFrom(
    '1月',
    '一月',
    'Q2',
    '第三季度',
    '上半年',
    '2-3月',
    '全年',
    '2026年5月',
    '13月',
    '',
    '备注',
    '99999年',
    '0月',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const words = fc.constantFrom(
  '20万',
  '全年200万',
  '完成80%',
  '1、选款 2、定位',
  '①②③',
  '钻展推广费用 10–15%',
  '推广费 99999999999999999999 亿',
  '-1万',
  'ROI 1:0',
  '转化率 300%',
  '刷单',
  '暂停推广',
  '__proto__',
  'constructor',
  '。；；\n\n、',
  '1e308万',
  '长'.repeat(400),
)
const cell = fc.oneof(
  words,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(words, words).map((two) => two.join('；')),
)
const row = fc.tuple(time, cell, cell, cell, cell, cell, cell)
const place = fc.integer({ min: 0, max: 12 })
const merge = fc.record({ fromRow: place, toRow: place, fromColumn: place, toColumn: place })
const grid: fc.Arbitrary<Grid> = fc.record({
  file: fc.constant('表.csv'),
  sheet: fc.constant(null),
  rows: fc.array(row, { maxLength: 10 }).map((rows) => [HEADER, ...rows]),
  merges: fc.array(merge, { maxLength: 4 }),
})

const take = (plan: Plan, of: Grid) => {
  const rows = readTable(of, { year: 2027 })?.rows ?? []
  return mergeTable(plan, rows, deriveTable(rows, WORLD))
}

/** What the route does with text that no store can hold, before it gets here. */
const storable = (of: Grid): Grid => ({
  ...of,
  rows: of.rows.map((cells) => cells.map((c) => c.replaceAll('\0', '').toWellFormed())),
})

test('whatever stands in a table, what it becomes is a sound plan that the contract takes', () => {
  const law = fc.property(grid, (any) => {
    const { bodies } = take(empty, storable(any))
    expect(planFaults(withParts(empty, bodies))).toEqual([])
    for (const [part, body] of Object.entries(bodies))
      expect(PLAN_PART_BODIES[part as PlanPart].safeParse(body).error?.issues ?? []).toEqual([])
  })
  fc.assert(law, { seed: 20270301, numRuns: 150 })
})

test('the same table a second time changes nothing', () => {
  const law = fc.property(grid, (any) => {
    const once = take(empty, storable(any)).bodies
    const twice = take(withParts(empty, once), storable(any)).bodies
    expect(twice).toEqual(once)
  })
  fc.assert(law, { seed: 20270302, numRuns: 100 })
})

test('one table after another leaves a sound plan, and nothing of the first but its goals', () => {
  const law = fc.property(grid, grid, (first, second) => {
    const before = withParts(empty, take(empty, storable(first)).bodies)
    const after = take(before, storable(second)).bodies
    expect(planFaults(withParts(before, after))).toEqual([])
    const alone = take(empty, storable(second)).bodies
    expect(after.tasks.map(({ title }) => title)).toEqual(alone.tasks.map(({ title }) => title))
    expect(after.requests.map(({ text }) => text)).toEqual(alone.requests.map(({ text }) => text))
  })
  fc.assert(law, { seed: 20270303, numRuns: 100 })
})
