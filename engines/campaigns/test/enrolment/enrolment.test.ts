import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Enrolment,
  goodsProblems,
  projectThreshold,
  rectifyTasks,
  type Threshold,
  type ThresholdDay,
} from '../../src/index.ts'

const RETURNS: Threshold = { metric: 'refundRate', op: 'atMost', limit: 0.1, windowDays: 30, entered: null }
const days = (count: number, numerator: number): ThresholdDay[] =>
  Array.from({ length: count }, (_, i) => ({ day: String(i), numerator, denominator: 100 }))
const ENTRY: Enrolment = {
  title: '聚划算报名',
  event: 'juhuasuan',
  deadline: parseDay('2026-09-01'),
  from: '2026-09-10T02:00:00.000Z',
  until: '2026-09-12T02:00:00.000Z',
  unitsPerBuyer: 2,
  coinShareBp: 0,
  owner: '李运营',
  thresholds: [RETURNS],
  goods: [{ skuId: 'cream', priceCents: 9000, referenceCents: 10_000, stock: 100 }],
  submitted: null,
  answer: null,
}
const tasksFor = (series: readonly ThresholdDay[], daysLeft: number) =>
  rectifyTasks({ id: 'ju', body: ENTRY }, [projectThreshold(RETURNS, { series, daysLeft })], {
    today: parseDay('2026-08-20'),
    nameOf: () => '退款率',
  })

describe('an entry to an event before its deadline', () => {
  it('[P3.24] a shop failing the return rate gets a task, and none any more once its days are better', () => {
    const failing = days(30, 15)
    const [task] = tasksFor(failing, 10)
    expect(task).toMatchObject({ id: 'fix-ju-refundRate', body: { accountable: '李运营', dueDay: '2026-09-01' } })
    expect(task?.body.title).toContain('0.1')
    const later = [...failing.slice(12), ...days(12, 2)]
    expect(projectThreshold(RETURNS, { series: later, daysLeft: 5 })).toMatchObject({ passesThen: true })
    expect(tasksFor(later, 5)).toEqual([])
  })

  it('[P3.24] the projection lets old days roll out and days like the last week roll in', () => {
    const series = [...days(20, 20), ...days(10, 5)]
    const { now, atDeadline } = projectThreshold(RETURNS, { series, daysLeft: 10 })
    expect(now).toBeCloseTo((20 * 20 + 10 * 5) / 3000, 9)
    expect(atDeadline).toBeCloseTo((10 * 20 + 10 * 5 + 10 * 5) / 3000, 9)
  })

  it('[P3.24] it says what each day must bring, and days at that value just pass', () => {
    const series = days(30, 15)
    const { neededDaily } = projectThreshold(RETURNS, { series, daysLeft: 15 })
    expect(neededDaily).toBeCloseTo(0.05, 9)
    const after = [...series.slice(15), ...days(15, 5)]
    expect(projectThreshold(RETURNS, { series: after, daysLeft: 0 })).toMatchObject({ now: 0.1, passesNow: true })
  })

  it.each([
    ['no day could still help', days(30, 60), 5, null],
    ['nothing is known', [], 10, null],
    ['the deadline is today', days(30, 15), 0, null],
  ] as const)('[P3.24] no daily figure is named when %s', (_what, series, daysLeft, needed) => {
    expect(projectThreshold(RETURNS, { series, daysLeft })).toMatchObject({ passesThen: false, neededDaily: needed })
  })

  it('a figure entered by hand stays as it was entered', () => {
    const tier: Threshold = { metric: 'shopTier', op: 'atLeast', limit: 4, windowDays: 1, entered: 3 }
    expect(projectThreshold(tier, { series: [], daysLeft: 10 })).toMatchObject({
      now: 3,
      atDeadline: 3,
      passesThen: false,
    })
  })

  it('[P6.24] the goods of an entry keep the rules of the event', () => {
    expect(goodsProblems('ju', ENTRY)).toEqual([])
    const dear = { ...ENTRY, goods: [{ skuId: 'cream', priceCents: 9001, referenceCents: 10_000, stock: 99 }] }
    expect(goodsProblems('ju', dear).map(({ code }) => code)).toEqual(['price_above_bound', 'stock_below_bound'])
  })
})
