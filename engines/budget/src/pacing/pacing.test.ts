import { type BusinessDay, type Cents, cents, createRng, parseDay, sumCents } from '@zhanggui/kernel'
import { createMarket } from '@zhanggui/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yuan } from '../../test/lines.ts'
import { burstRemainder, checkDelivery, nextDayCap, type PacingDay, type PacingPlan, planPacing } from '../index.ts'

const BURST = { from: parseDay('2026-11-11'), to: parseDay('2026-11-12') }
const plan = (given: Partial<PacingPlan> = {}): PacingDay[] =>
  planPacing({ totalCents: yuan(100_000), burst: BURST, preBurstShareBp: 6000, preBurstDays: 15, ...given })

const sumOf = (days: readonly PacingDay[], phase?: PacingDay['phase']): Cents =>
  sumCents(days.filter((d) => !phase || d.phase === phase).map((d) => d.plannedCents))

describe('the day plan of a campaign', () => {
  test('60 % are placed on the fifteen days before the burst, rising, and the rest on the burst', () => {
    const days = plan()
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([16, '2026-10-27', '2026-11-11'])
    expect([sumOf(days, 'preBurst'), sumOf(days, 'burst')]).toEqual([6_000_000, 4_000_000])
    expect(days.slice(0, 3).map((d) => d.plannedCents)).toEqual([50_000, 100_000, 150_000])
  })

  test('adds up to the total to the fen, whatever the curve', () => {
    const cases = fc.record({
      total: fc.integer({ min: 0, max: 10 ** 11 }),
      share: fc.integer({ min: 0, max: 10_000 }),
      days: fc.integer({ min: 1, max: 60 }),
      seed: fc.string(),
    })
    fc.assert(
      fc.property(cases, ({ total, share, days, seed }) => {
        const rng = createRng(seed)
        const made = plan({
          totalCents: cents(total),
          preBurstShareBp: share,
          preBurstDays: days,
          weightOf: () => rng.next(),
        })
        expect(sumOf(made)).toBe(total)
        expect(made.every((d) => d.plannedCents >= 0)).toBe(true)
      }),
      { seed: 405, numRuns: 200 },
    )
  })
})

describe('delivery against the day plan', () => {
  const spentOn = (factor: number) => (day: BusinessDay) =>
    cents(Math.round((plan().find((d) => d.day === day)?.plannedCents ?? 0) * factor))

  test.each([
    ['on plan', 1.04, 'onPlan'],
    ['under-delivery', 0.9, 'under'],
    ['over-delivery', 1.06, 'over'],
  ] as const)('%s is judged on the sum so far', (_name, factor, verdict) => {
    const given = { spentOn: spentOn(factor), throughDay: parseDay('2026-11-05'), tolerance: 0.05 }
    expect(checkDelivery(plan(), given).verdict).toBe(verdict)
  })

  test('what is left and what each day left must spend are said', () => {
    const check = checkDelivery(plan(), { spentOn: spentOn(0.5), throughDay: parseDay('2026-11-10'), tolerance: 0.05 })
    expect(check).toMatchObject({
      remainingCents: 7_000_000,
      daysLeft: 1,
      neededPerDayCents: 7_000_000,
      verdict: 'under',
    })
  })
})

describe('the burst remainder', () => {
  test('[X17] 60 % before the burst leaves 40 %, which is warned of when half should be left', () => {
    const rest = burstRemainder({ totalCents: yuan(100), beforeCents: yuan(60), minBp: 5000, demandShare: null })
    expect(rest).toMatchObject({
      remainderCents: 4000,
      remainderShare: 0.4,
      neededShare: 0.5,
      neededBy: 'rule',
      tooSmall: true,
    })
  })

  test('the larger of the two needs counts, and without one nothing is warned of', () => {
    const rest = (minBp: number | null, demandShare: number | null) =>
      burstRemainder({ totalCents: yuan(100), beforeCents: yuan(60), minBp, demandShare })
    expect(rest(4000, 0.55)).toMatchObject({ neededBy: 'demand', tooSmall: true })
    expect(rest(4000, 0.3).tooSmall).toBe(false)
    expect(rest(null, null).tooSmall).toBe(false)
  })
})

/** Ad spend of the simulated shop by day over two seasons: how much money can be placed on which day. */
function simulatedDemand(seed: string): ReadonlyMap<string, number> {
  const market = createMarket(seed, { scale: 0.02, from: parseDay('2024-10-20'), until: parseDay('2025-11-14') })
  const demand = new Map<string, number>()
  for (const { day, rows } of market.days())
    demand.set(
      day,
      rows.ad_daily.reduce((n, row) => n + row.spend_cents, 0),
    )
  return demand
}

/** Of what the market took before the burst: little enough to be placed in all, too much for single days. */
const ASKED_SHARE = 0.66
const aYearBefore = (day: BusinessDay): string => `2024${day.slice(4)}`

describe('pacing in the simulated market', () => {
  const burst = { from: parseDay('2025-11-11'), to: parseDay('2025-11-12') }

  test.each(['pace-1', 'pace-2', 'pace-3'])(
    '[P4.05] a plan by last year’s demand, corrected each day, ends within 5 %% of it, and the small burst remainder is warned of (%s)',
    (seed) => {
      const demand = simulatedDemand(seed)
      const taken = [...demand].filter(([day]) => day >= '2025-10-27' && day < '2025-11-11')
      const totalCents = cents(Math.round((taken.reduce((sum, [, spend]) => sum + spend, 0) * ASKED_SHARE) / 0.6))
      const weightOf = (day: BusinessDay): number => demand.get(aYearBefore(day)) ?? 0
      const days = planPacing({ totalCents, burst, preBurstShareBp: 6000, preBurstDays: 15, weightOf })
      const rng = createRng(seed)
      const spent = new Map<string, Cents>()
      const spentOn = (day: BusinessDay): Cents => spent.get(day) ?? cents(0)
      let fellShort = 0
      for (const { day, plannedCents } of days.filter((d) => d.phase === 'preBurst')) {
        // A tool places between half and all of what the day would take.
        const capacity = Math.round((demand.get(day) ?? 0) * (0.5 + rng.next() / 2))
        if (capacity < plannedCents) fellShort++
        spent.set(day, cents(Math.min(nextDayCap(days, { day, spentOn }), capacity)))
      }
      const check = checkDelivery(days, { spentOn, throughDay: parseDay('2025-11-10'), tolerance: 0.05 })
      expect(fellShort).toBeGreaterThan(0)
      expect(Math.abs(check.error ?? 1)).toBeLessThanOrEqual(0.05)
      expect(check.verdict).toBe('onPlan')
      const rest = burstRemainder({ totalCents, beforeCents: check.spentCents, minBp: 5000, demandShare: null })
      expect(rest.tooSmall).toBe(true)
    },
  )
})
