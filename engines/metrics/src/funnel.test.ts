import { describe, expect, test } from 'vitest'
import { type FunnelRow, funnelGroups, funnelSteps } from './funnel.ts'
import { worstLoss } from './funnel-loss.ts'

const STEPS = ['view', 'cart', 'pay']
const row = (grp: string, level: number, visitors: number): FunnelRow => ({ grp, level, visitors })

describe('funnelSteps', () => {
  test('who got further also passed the steps before', () => {
    expect(funnelSteps(STEPS, [row('', 1, 60), row('', 2, 30), row('', 3, 10)])).toEqual([
      { step: 'view', visitors: 100, stepRate: null, totalRate: 1, lost: 0 },
      { step: 'cart', visitors: 40, stepRate: 0.4, totalRate: 0.4, lost: 60 },
      { step: 'pay', visitors: 10, stepRate: 0.25, totalRate: 0.1, lost: 30 },
    ])
  })
  test('nobody at a step: the next rate is unknown, not 0', () => {
    const steps = funnelSteps(STEPS, [row('', 1, 5)])
    expect(steps.map((s) => s.stepRate)).toEqual([null, 0, null])
    expect(funnelSteps(STEPS, []).map((s) => s.totalRate)).toEqual([null, null, null])
  })
})

describe('worstLoss', () => {
  const rows = [
    row('app', 1, 6000),
    row('app', 2, 1200),
    row('app', 3, 2800),
    row('wap', 1, 600),
    row('wap', 2, 380),
    row('wap', 3, 20),
  ]
  test('names the group and step that lose most against the others', () => {
    expect(worstLoss(funnelGroups(STEPS, rows))).toMatchObject({
      group: 'wap',
      step: 'pay',
      lostVisitors: 260,
      stepRate: 0.05,
    })
  })
  test('a difference that chance explains is no loss', () => {
    const alike = [row('app', 1, 60), row('app', 2, 40), row('pc', 1, 65), row('pc', 2, 38)]
    expect(worstLoss(funnelGroups(STEPS, alike))).toBeNull()
  })
  test('one group alone has nothing to be compared with', () => {
    expect(
      worstLoss(
        funnelGroups(
          STEPS,
          rows.filter((r) => r.grp === 'app'),
        ),
      ),
    ).toBeNull()
  })
})
