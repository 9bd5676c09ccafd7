import { cents } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MixRequest, optimiseMix } from '../mix/optimise-mix.ts'
import { spreadAmount } from '../spread/spread-amount.ts'
import { cacCeiling, judgeAcquisition } from './acquisition.ts'
import { placeRegions } from './region-quadrants.ts'

const plan = (cut: number, ads: number) => ({
  newBuyers: 1000,
  costs: [
    { id: 'firstOrderCut', costCents: cents(cut) },
    { id: 'ads', costCents: cents(ads) },
  ],
  retention: { orders: 2000, costCents: cents(400_000) },
  cacMaxCents: cacCeiling(cents(10_000), 8000),
})

describe('acquisition and retention under one ceiling', () => {
  it('[P2.12] the ceiling is 80 % of the industry mean; a plan within it is accepted with both costs', () => {
    expect(judgeAcquisition(plan(2_000_000, 6_000_000))).toMatchObject({
      verdict: 'accepted',
      cacCents: 8000,
      retentionPerOrderCents: 200,
      totalCents: 8_400_000,
    })
  })

  it('[P2.12] a plan above the ceiling is rejected and names the cost that drives it, and the cut it needs', () => {
    expect(judgeAcquisition(plan(2_000_000, 7_000_000))).toMatchObject({
      verdict: 'rejected',
      driver: 'ads',
      drivers: [
        { id: 'ads', perBuyerCents: 7000, cut: 1 / 7 },
        { id: 'firstOrderCut', perBuyerCents: 2000, cut: 0.5 },
      ],
    })
  })

  it('when no single cost can bring it down, none is named alone', () => {
    expect(judgeAcquisition(plan(9_000_000, 9_000_000))).toMatchObject({ verdict: 'rejected', driver: null })
  })

  it.each([
    ['no new buyers', { ...plan(1, 1), newBuyers: 0 }, 'noBuyers'],
    ['no ceiling', { ...plan(1, 1), cacMaxCents: null }, 'noCeiling'],
  ])('%s is said, not judged', (_, given, verdict) => {
    expect(judgeAcquisition(given).verdict).toBe(verdict)
  })
})

describe('regions', () => {
  const region = (id: string, buyers: number, potential: number, spendCents: number) => ({
    region: id,
    buyers,
    potential,
    spendCents,
  })

  it('[P2.11] low penetration with spending power is a breakthrough, a lead with spending power is kept; targets sum', () => {
    const placed = placeRegions([
      region('上海', 900, 3000, 30_000),
      region('四川', 100, 3000, 28_000),
      region('河南', 800, 3000, 10_000),
      region('青海', 50, 3000, 9_000),
    ])
    expect(placed.map((p) => p.quadrant)).toEqual(['consolidate', 'breakthrough', 'deepen', 'watch'])
    const lift = { consolidate: 1.1, breakthrough: 1.5, deepen: 1.05, watch: 1 }
    const spread = spreadAmount(
      100_000_001,
      placed.map((p) => ({
        id: p.region,
        weight: p.buyers * p.spendCents * lift[p.quadrant ?? 'watch'],
        floor: null,
        cap: null,
        locked: null,
      })),
    )
    expect(spread.ok && spread.value.reduce((a, b) => a + b, 0)).toBe(100_000_001)
  })

  it('a region whose potential nobody knows has no quadrant', () => {
    expect(placeRegions([region('x', 1, 0, 1), region('y', 1, 10, 1)])[0]).toMatchObject({
      penetration: null,
      quadrant: null,
    })
  })
})

describe('the category mix', () => {
  const request: MixRequest = {
    totalCents: 1000,
    categories: [
      { category: '美妆', marginBp: 4000, floorCents: 100, capCents: 400, highMargin: true },
      { category: '服饰', marginBp: 3000, floorCents: 200, capCents: 900, highMargin: true },
      { category: '食品', marginBp: 1000, floorCents: 150, capCents: 900, highMargin: false },
      { category: '新品', marginBp: 500, floorCents: 50, capCents: 900, highMargin: false },
    ],
    highMarginMinBp: 6000,
  }

  it('[P2.09] the optimum known by hand: floors kept, the dearest filled to its potential, the next takes the rest', async () => {
    const mix = await optimiseMix(request)
    expect(mix.ok && mix.value.targets.map((t) => t.targetCents)).toEqual([400, 400, 150, 50])
    expect(mix.ok && mix.value.profitCents).toBe(Math.round(400 * 0.4 + 400 * 0.3 + 150 * 0.1 + 50 * 0.05))
  })

  it('a high-margin share that pays less is reached all the same', async () => {
    const poor = {
      ...request,
      categories: request.categories.map((c) => ({ ...c, marginBp: c.highMargin ? 100 : 5000 })),
    }
    const mix = await optimiseMix(poor)
    expect(mix.ok && mix.value.targets.slice(0, 2).reduce((s, t) => s + t.targetCents, 0)).toBe(600)
  })

  it.each([
    ['floors above the total', { totalCents: 400 }, { code: 'floorsExceed', byCents: 100 }],
    ['caps below the total', { totalCents: 5000 }, { code: 'capsFallShort', byCents: 1900 }],
    ['a share that potential does not allow', { highMarginMinBp: 9000 }, { code: 'shareUnreachable', byCents: 100 }],
  ])('%s: said with the amount', async (_, facts, error) => {
    expect(await optimiseMix({ ...request, ...facts })).toEqual({ ok: false, error })
  })

  it('no feasible mix of a grid earns more', async () => {
    const amount = fc.integer({ min: 0, max: 10 })
    await fc.assert(
      fc.asyncProperty(fc.tuple(amount, amount, amount), async (margins) => {
        const categories = margins.map((m, i) => ({
          category: `${i}`,
          marginBp: m * 100,
          floorCents: i,
          capCents: 6 + i,
          highMargin: i === 0,
        }))
        const mix = await optimiseMix({ totalCents: 12, categories, highMarginMinBp: 2500 })
        let best = -1
        for (let a = 3; a <= 6; a++)
          for (let b = 1; b <= 7; b++) {
            const c = 12 - a - b
            if (c >= 2 && c <= 8)
              best = Math.max(best, a * (margins[0] ?? 0) + b * (margins[1] ?? 0) + c * (margins[2] ?? 0))
          }
        const earned = mix.ok ? mix.value.targets.reduce((s, t, i) => s + t.targetCents * (margins[i] ?? 0), 0) : -2
        expect(earned).toBe(best)
      }),
      { numRuns: 60, seed: 9 },
    )
  })
})
