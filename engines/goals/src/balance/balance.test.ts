import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixRoom } from '../mix/mix-room.ts'
import { type MixRequest, optimiseMix } from '../mix/optimise-mix.ts'
import { CENSUS_PEOPLE } from './census-people.ts'
import { placeRegions } from './region-quadrants.ts'
import { DEFAULT_LIFT, regionTargets } from './region-targets.ts'

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
    const sales = placed.map((p) => ({ ...p, paidCents: p.buyers * p.spendCents }))
    const targets = regionTargets(sales, { totalCents: 100_000_001, lift: DEFAULT_LIFT })
    const amounts = targets.ok ? targets.value.map((t) => t.targetCents) : []
    expect(amounts.reduce((a, b) => a + b, 0)).toBe(100_000_001)
    const growth = amounts.map((amount, i) => amount / (sales[i]?.paidCents ?? 1))
    expect(growth[1], 'the breakthrough region grows most').toBe(Math.max(...growth))
  })

  it('the census gives every province its people; they add up to the published total', () => {
    expect(Object.values(CENSUS_PEOPLE).reduce((a, b) => a + b, 0)).toBe(1_409_778_724)
    expect(Object.keys(CENSUS_PEOPLE)).toHaveLength(31)
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

  it('[P2.09] room: grown-up categories are bounded by last year, new ones by the total, high margins are marked', () => {
    const rules = { floorBp: 8000, capBp: 15_000, newFloorBp: 100, newCapBp: 1000, highMarginBp: 5000 }
    const years = [
      { category: '美妆', paidCents: 1000, marginBp: 6000, isNew: false },
      { category: '香氛', paidCents: 10, marginBp: 4999, isNew: true },
    ]
    expect(mixRoom(years, 2000, rules)).toEqual([
      { category: '美妆', marginBp: 6000, floorCents: 800, capCents: 1500, highMargin: true },
      { category: '香氛', marginBp: 4999, floorCents: 20, capCents: 200, highMargin: false },
    ])
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
