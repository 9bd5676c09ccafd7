import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { diagnose } from '../../../src/modules/insight/diagnose.ts'
import { runFunnel } from '../../../src/modules/insight/run-funnel.ts'
import { trafficStructure } from '../../../src/modules/insight/traffic-structure.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from './insert-facts.ts'
import { eventsOf, orderOf, PLANTED, plantVisits, type Visit } from './planted-visits.ts'

const visits = plantVisits(6000, 'planted loss')
const some = (of: (v: Visit) => boolean): number => visits.filter(of).length
const money = (of: (v: Visit) => boolean): number => visits.filter(of).reduce((sum, v) => sum + v.paidCents, 0)
const CLASS_OF: Record<string, string> = {
  手淘搜索: 'search',
  猜你喜欢: 'recommend',
  直通车: 'ads',
  企业微信: 'private',
  抖音: 'offsite',
  直播: 'live',
}
const paid = (v: Visit): boolean => v.reach === 'pay'
const sourced = (v: Visit): boolean => v.channel !== ''

describe('a shop with a planted loss', () => {
  let context: TestContext
  let store: Store

  beforeAll(async () => {
    context = await createTestContext()
    store = await createStore(context, { id: 'planted', name: '种' }, { actor: 'test' })
    await insertFacts(
      context,
      'events',
      visits.flatMap((v) => eventsOf('planted', v)),
    )
    await insertFacts(
      context,
      'order_lines',
      visits.flatMap((v) => orderOf('planted', v)),
    )
  })
  afterAll(() => context.close())

  const steps = ['view', 'cart', 'order', 'pay']

  test('[P9.03] the funnel counts each visitor at the furthest step, as planned', async () => {
    const funnel = await runFunnel(context, store, { steps, by: 'device' })
    const reached = (v: Visit): number => steps.indexOf(v.reach)
    expect(funnel.steps.map((s) => s.visitors)).toEqual(steps.map((_, i) => some((v) => reached(v) >= i)))
    for (const { group, steps: own } of funnel.groups)
      expect(own.map((s) => s.visitors)).toEqual(
        steps.map((_, i) => some((v) => v.device === group && reached(v) >= i)),
      )
  })

  test('[P9.03] the planted loss is found at the right step, by device', async () => {
    const { worst } = await runFunnel(context, store, { steps, by: 'device' })
    expect(worst).toMatchObject({ group: PLANTED.device, step: PLANTED.step })
    expect(worst?.stepRate).toBeCloseTo(0.35, 1)
    expect(worst?.otherRate).toBeCloseTo(0.85, 1)
  })

  test.each(['page', 'channel'] as const)(
    '[P9.03] by %s, where nothing was planted, chance is not called a loss',
    async (by) => {
      const { worst, groups } = await runFunnel(context, store, { steps, by })
      expect(groups.length).toBeGreaterThan(1)
      expect(worst).toBeNull()
    },
  )

  test('a funnel within a filter is that of the filtered events', async () => {
    const filters = [{ dimension: 'device', op: 'in' as const, values: ['pc'] }]
    const { steps: own } = await runFunnel(context, store, { steps, filters })
    expect(own.map((s) => s.visitors)).toEqual(
      steps.map((_, i) => some((v) => v.device === 'pc' && steps.indexOf(v.reach) >= i)),
    )
  })

  test('[P8.05] the share of each traffic source, free and paid, is exact', async () => {
    const structure = await trafficStructure(context, store, {})
    const total = some(sourced)
    expect(structure.visits).toBe(visits.length)
    expect(structure.sourcedVisits).toBe(total)
    for (const [channel, id] of Object.entries(CLASS_OF)) {
      const own = (v: Visit): boolean => v.channel === channel
      expect(structure.classes.find((c) => c.id === id)).toMatchObject({
        visits: some(own),
        share: some(own) / total,
        bounceRate: some((v) => own(v) && v.views === 1) / some(own),
        cvr: some((v) => own(v) && paid(v)) / some(own),
        paidCents: money(own),
        trend: [{ month: '2026-03', visits: some(own), share: some(own) / total }],
      })
    }
    const ads = some((v) => v.channel === '直通车')
    expect([structure.paidShare, structure.freeShare]).toEqual([ads / total, (total - ads) / total])
    expect(structure.classes.reduce((sum, c) => sum + (c.share ?? 0), 0)).toBeCloseTo(1, 12)
  })

  test('[P8.05] dependence on one source is warned of, with share and limit', async () => {
    const { warnings } = await trafficStructure(context, store, {})
    expect(warnings).toMatchObject([{ code: 'single_class', class: 'search', limit: 0.6 }])
  })

  test('[P1.10] penetration, traffic mix, bounce and abandonment equal an independent count and stand beside their baselines', async () => {
    const { findings } = await diagnose(context, store, {})
    const of = (id: string, subject = '') => findings.find((f) => f.id === id && f.subject === subject)
    const buyers = some(paid)
    for (const category of ['护肤', '彩妆', '家居', '生鲜']) {
      const own = some((v) => paid(v) && v.category === category)
      const value = own / buyers
      expect(of('categoryPenetration', category)).toMatchObject({
        value,
        baseline: 0.15,
        verdict: value < 0.15 ? 'behind' : 'fine',
        atStakeCents: Math.max(
          0,
          Math.round((0.15 * buyers - own) * Math.round(money((v) => v.category === category) / own)),
        ),
      })
    }
    const searched = some((v) => v.channel === '手淘搜索')
    expect(of('searchDependence')).toMatchObject({ value: searched / some(sourced), baseline: 0.6, verdict: 'behind' })
    const landed = some((v) => v.landing === 'detail')
    const bounced = some((v) => v.landing === 'detail' && v.views === 1)
    expect(of('detailBounce')).toMatchObject({ value: bounced / landed, numerator: bounced, denominator: landed })
    const placed = some((v) => v.reach === 'order' || paid(v))
    const unpaid = some((v) => v.reach === 'order')
    expect(of('paymentAbandonment')).toMatchObject({
      value: unpaid / placed,
      numerator: unpaid,
      denominator: placed,
      baseline: 0.3,
      verdict: unpaid / placed > 0.3 ? 'behind' : 'fine',
    })
  })

  test('[P1.10] what falls short comes first, ranked by the money at stake', async () => {
    const { findings } = await diagnose(context, store, {})
    const behind = findings.filter((f) => f.verdict === 'behind')
    expect(behind.length).toBeGreaterThanOrEqual(3)
    expect(findings.slice(0, behind.length)).toEqual(behind)
    const stakes = behind.map((f) => f.atStakeCents ?? -1)
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a))
  })

  test('a shop without data is told nothing is known, not that all is well', async () => {
    const empty = await createStore(context, { id: 'empty', name: '空' }, { actor: 'test' })
    const { findings } = await diagnose(context, empty, {})
    expect(findings.map((f) => f.verdict)).toEqual(['unknown', 'unknown', 'unknown'])
    expect((await trafficStructure(context, empty, {})).classes).toEqual([])
  })
})
