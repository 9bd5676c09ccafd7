import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { raiseSeasonTasks } from '../../../src/modules/goals/goals/raise-season-tasks.ts'
import { buildFromData } from '../../../src/modules/goals/plans/build-from-data.ts'
import { createPlan } from '../../../src/modules/goals/plans/create-plan.ts'
import { readPlan } from '../../../src/modules/goals/plans/read-plan.ts'
import { readSeasonOutlook } from '../../../src/modules/insight/season/read-season-outlook.ts'
import { createTestClock, createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from './insert-facts.ts'

const CALLER = { store: 'season', actor: 'cli:test', role: 'owner' } as const
const MONTHS = Array.from({ length: 35 }, (_, t) => new Date(Date.UTC(2024, t, 15)).toISOString().slice(0, 10))

/** Yuan a month: camping twice as much from May to July, gifts three times in June, tea level but rising since September 2026. */
function salesOf(category: string, day: string): number {
  const month = Number(day.slice(5, 7))
  if (category === '露营装备') return month >= 5 && month <= 7 ? 20_000 : 10_000
  if (category === '礼盒') return month === 6 ? 90_000 : 30_000
  if (category === '养生茶') return day >= '2026-08-01' ? 9_000 : 5_000
  return day >= '2026-06-01' ? 4_000 : 0
}

const lines = ['露营装备', '礼盒', '养生茶', '新类目'].flatMap((category) =>
  MONTHS.map((day) => {
    const cents = salesOf(category, day) * 100
    const order = `${day}-${category}`
    const dates = { created_day: day, paid_day: day }
    return {
      store: 'season',
      order_id: order,
      line_id: order,
      ...dates,
      category,
      buyer: 1,
      gmv_cents: cents,
      paid_cents: cents,
    }
  }),
)

describe('[P1.16] the season outlook of a shop', () => {
  let context: TestContext
  let store: Store

  beforeAll(async () => {
    context = await createTestContext({ clock: createTestClock('2026-11-22T04:00:00.000Z') })
    store = await createStore(context, { id: 'season', name: '四季店' }, { actor: 'test' })
    const month = (day: string): string => `${day.slice(0, 7)}-01`
    const ends = { ...lines[0], order_id: 'end', line_id: 'end', category: '', gmv_cents: 1, paid_cents: 1 }
    const first = {
      ...ends,
      order_id: 'first',
      line_id: 'first',
      created_day: month(MONTHS[0] ?? ''),
      paid_day: month(MONTHS[0] ?? ''),
    }
    const last = { ...ends, created_day: '2026-11-21', paid_day: '2026-11-21' }
    await insertFacts(context, 'order_lines', [...lines.filter((l) => l.paid_cents > 0), first, last])
  })
  afterAll(() => context.close())

  test('[P1.16] names each peak with the days to research and to decide by, and the occasion of its months', async () => {
    const { asOf, peaks, tooShort } = await readSeasonOutlook(context, store, {})
    expect(asOf).toBe('2026-11-22')
    expect(peaks.map(({ group, from, to, status }) => [group, from, to, status])).toEqual([
      ['露营装备', '2027-05', '2027-07', 'research'],
      ['礼盒', '2027-06', '2027-06', 'watch'],
    ])
    expect(peaks[0]).toMatchObject({ researchFrom: '2026-11-01', decideBy: '2027-02-01', leadDays: 160 })
    expect(peaks[1]?.occasions.map(({ id }) => id)).toContain('june618')
    // Launched in June 2026: the time before is no low season.
    expect(tooShort).toEqual([{ group: '新类目', label: '新类目' }])
  })

  test('[P1.16] names what grows beyond its season, against the same months of last year', async () => {
    const { rising } = await readSeasonOutlook(context, store, {})
    expect(rising.map(({ group, now, yearBefore }) => [group, now, yearBefore])).toEqual([
      ['养生茶', 2_700_000, 1_500_000],
    ])
  })

  test('[P1.16] a peak becomes one research task of the plan’s year, due on its day to decide, and only once', async () => {
    await createPlan(context, CALLER, store, { year: 2027, name: '2027' }, buildFromData)
    const asked = { peaks: [{ group: '露营装备', from: '2027-05' }] }
    const { raised } = await raiseSeasonTasks(context, CALLER, store, 'plan-2027', { asked })
    expect(raised).toMatchObject([{ startDay: '2026-11-01', dueDay: '2027-02-01' }])
    const again = await raiseSeasonTasks(context, CALLER, store, 'plan-2027', { asked: {} })
    expect([again.raised.length, again.present, again.otherYear]).toEqual([1, 1, 0])
    const { plan } = await readPlan(context, store.id, 'plan-2027')
    expect(plan.tasks.map(({ dueDay }) => dueDay)).toEqual(['2027-02-01', '2027-03-01'])
  })

  test.each([
    ['a rate', { metric: 'cvr' }, /does not add up/],
    ['a period of time', { by: 'month' }, /no dimension/],
    ['a decision before the research', { leadMost: 2, leadLeast: 4 }, /leadLeast/],
    ['a day before the history', { asOf: '2024-01-20' }, /too little history/],
  ])('%s is refused with what to ask instead', async (_, query, message) => {
    await expect(readSeasonOutlook(context, store, query)).rejects.toThrow(message)
  })
})
