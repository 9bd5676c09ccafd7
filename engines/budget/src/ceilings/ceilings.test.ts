import { cents, parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { yuan } from '../../test/lines.ts'
import { cacCeiling, checkCac, checkFeeRatio, judgeChannel } from '../index.ts'

describe('the fee ratio before money is committed', () => {
  const check = (spend: number, commit: number, gmv = 1_000_000) =>
    checkFeeRatio({
      forecastSpendCents: yuan(spend),
      forecastGmvCents: yuan(gmv),
      commitCents: yuan(commit),
      ceilingBp: 1800,
    })

  test('[P2.05] a commitment that takes the forecast to 18.1 % is held before it is made, at 18.0 % it goes through', () => {
    expect(check(170_000, 11_000)).toMatchObject({
      held: true,
      ratioBefore: 0.17,
      ratioAfter: 0.181,
      roomCents: 1_000_000,
    })
    expect(check(170_000, 10_000)).toMatchObject({ held: false, ratioAfter: 0.18 })
    expect(check(170_000, 10_000.01).held).toBe(true)
  })

  test('over the ceiling already, nothing more goes through and the room is negative', () => {
    expect(check(190_000, 0.01)).toMatchObject({ held: true, roomCents: -1_000_000 })
    expect(check(190_000, 0).held).toBe(false)
  })

  test('spend on no expected sales is held; without a ceiling nothing is', () => {
    expect(check(0, 1, 0)).toMatchObject({ held: true, ratioAfter: null })
    const free = { forecastSpendCents: cents(9), forecastGmvCents: cents(1), commitCents: cents(9), ceilingBp: null }
    expect(checkFeeRatio(free)).toMatchObject({ held: false, roomCents: null })
  })
})

describe('keep or cut a channel', () => {
  const rule = { roiMinMilli: 3000, roiMinClicks: 300, roiMinSpendCents: yuan(1000) }
  const when = { asOfDay: parseDay('2027-06-30'), reviewAfterDays: 14 }
  const judge = (sales: number | null, given: { spend?: number; clicks?: number | null } = {}) => {
    const { spend = 1000, clicks = 500 } = given
    return judgeChannel(
      { channel: 'keyword', spendCents: yuan(spend), attributedCents: sales === null ? null : yuan(sales), clicks },
      rule,
      when,
    )
  }

  test('[P4.11] ROI 2.99 is cut, 3.00 is kept, thin data is deferred, each with a review date', () => {
    expect(judge(2990)).toMatchObject({ verdict: 'cut', roiMilli: 2990, reviewDay: '2027-07-14' })
    expect(judge(3000)).toMatchObject({ verdict: 'keep', roiMilli: 3000, reviewDay: '2027-07-14' })
    expect(judge(2990, { clicks: 299 })).toMatchObject({ verdict: 'defer', reason: 'few_clicks' })
    expect(judge(2990, { spend: 999 })).toMatchObject({ verdict: 'defer', reason: 'little_spend' })
  })

  test.each([
    ['2.99999 is below 3, not rounded up to it', judge(2999.99), 'cut', 'below_threshold'],
    ['a tool that reports no sales is not judged', judge(null), 'defer', 'no_attribution'],
    ['a tool that reports no clicks is judged on its spend', judge(3000, { clicks: null }), 'keep', 'meets_threshold'],
    ['nothing spent is nothing to judge', judge(0, { spend: 0 }), 'defer', 'little_spend'],
  ])('%s', (_name, found, verdict, reason) => {
    expect(found).toMatchObject({ verdict, reason })
  })

  test('without a threshold in the plan nothing is cut', () => {
    const result = { channel: 'x', spendCents: yuan(5), attributedCents: yuan(1), clicks: 1 }
    const none = { roiMinMilli: null, roiMinClicks: null, roiMinSpendCents: null }
    expect(judgeChannel(result, none, when)).toMatchObject({ verdict: 'defer', reason: 'no_rule', roiMilli: 200 })
  })
})

describe('cost of a new buyer', () => {
  const costs = [
    { name: '推广', cents: yuan(6000), baselinePerBuyerCents: yuan(60) },
    { name: '首单立减', cents: yuan(3000), baselinePerBuyerCents: yuan(10) },
  ]
  const check = (ceiling: number | null, newBuyers = 100) =>
    checkCac({ costs, newBuyers, ceilingCents: ceiling === null ? null : yuan(ceiling) })

  test('[P2.12] above the ceiling the plan is rejected and the part that grew is named, with the cut it needs', () => {
    expect(check(80)).toMatchObject({
      cacCents: 9000,
      rejected: true,
      driver: { name: '首单立减', perBuyerCents: 3000, abovePerBuyerCents: 2000 },
      driverCut: 1 / 3,
    })
    expect(check(90)).toMatchObject({ rejected: false, driver: null })
  })

  test('spending on nobody is rejected; the cost is rounded up', () => {
    expect(check(80, 0)).toMatchObject({ cacCents: null, rejected: true })
    expect(check(null, 7).cacCents).toBe(128_572)
  })

  test('[P2.12] first-order cut and double points are planned together under 80 % of the industry’s mean', () => {
    const ceilingCents = cacCeiling(yuan(100), 8000)
    const plan = { costs, ceilingCents, retention: { orders: 2000, cents: yuan(4000) } }
    expect(checkCac({ ...plan, newBuyers: 120 })).toMatchObject({
      ceilingCents: 8000,
      cacCents: 7500,
      rejected: false,
      retentionPerOrderCents: 200,
      totalCents: yuan(13_000),
    })
    expect(checkCac({ ...plan, newBuyers: 100 })).toMatchObject({ cacCents: 9000, rejected: true })
  })
})
