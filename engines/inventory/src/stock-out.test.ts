import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type DemandClock, mustWarn, stockOut, WARNING_RULES } from './stock-out.ts'

/** A usual day: quiet nights, a noon hump, a high evening. Share of the day's demand before each minute. */
const DAY = (() => {
  const weight = (m: number) => 0.1 + Math.exp(-(((m - 720) / 180) ** 2)) + 1.5 * Math.exp(-(((m - 1260) / 120) ** 2))
  const total = Array.from({ length: 1440 }, (_, m) => weight(m)).reduce((a, b) => a + b, 0)
  const before = [0]
  for (let m = 0; m < 1440; m++) before.push((before[m] ?? 0) + weight(m) / total)
  return before
})()
const usual = (minute: number): number => Math.floor(minute / 1440) + (DAY[minute % 1440] ?? 0)
const clockFrom =
  (now: number): DemandClock =>
  (minutes) =>
    usual(now + minutes) - usual(now)

const RULES = { ...WARNING_RULES, everyMinutes: 5 }
/** What the pace is taken of. */
const SEEN_MINUTES = 360

/** Days of an item: it opens with some stock and sells by the clock at a rate that nobody knows. */
function simulate(seed: string): { outAt: number | null; warnedAt: number | null } {
  const rng = createRng(seed)
  const perDay = 60 * Math.exp(0.8 * rng.normal())
  const stock = 15 + rng.int(120)
  const soldBy = [0]
  let warnedAt: number | null = null
  for (let minute = 1; minute < 3 * 1440; minute++) {
    const sold = (soldBy[minute - 1] ?? 0) + rng.poisson(perDay * (usual(minute) - usual(minute - 1)))
    soldBy.push(sold)
    if (sold >= stock) return { outAt: minute, warnedAt }
    if (minute < 120 || minute % RULES.everyMinutes !== 0 || warnedAt !== null) continue
    const from = Math.max(0, minute - SEEN_MINUTES)
    const pace = { units: sold - (soldBy[from] ?? 0), dayShare: usual(minute) - usual(from) }
    if (mustWarn({ onHand: stock - sold, pace, clock: clockFrom(minute) }, RULES)) warnedAt = minute
  }
  return { outAt: null, warnedAt }
}

/** Minutes between warning and stock-out of the simulated items that ran out; −1 where none came. */
const leads = Array.from({ length: 600 }, (_, i) => simulate(`stock/${i}`)).flatMap(({ outAt, warnedAt }) =>
  outAt === null ? [] : [warnedAt === null ? -1 : outAt - warnedAt],
)

describe('time to stock-out', () => {
  it('[P5.14] the warning precedes the stock-out by the lead in at least 95 % of stock-outs', () => {
    expect(leads.length).toBeGreaterThan(400)
    expect(leads.filter((lead) => lead >= RULES.leadMinutes).length / leads.length).toBeGreaterThanOrEqual(0.95)
  })

  it('[P5.14] and does not cry wolf: half of the warnings come within four leads of the stock-out', () => {
    const median = leads.toSorted((a, b) => a - b)[leads.length >> 1]
    expect(median).toBeLessThanOrEqual(4 * RULES.leadMinutes)
  })

  it('its interval holds the minute of the stock-out at the nominal rate', () => {
    const rng = createRng('interval')
    let held = 0
    const runs = 500
    for (let i = 0; i < runs; i++) {
      const perDay = 100 * Math.exp(0.5 * rng.normal())
      const pace = { units: rng.poisson(perDay * (usual(720) - usual(480))), dayShare: usual(720) - usual(480) }
      const onHand = 20 + rng.int(60)
      const { early, late } = stockOut({ onHand, pace, clock: clockFrom(720) })
      let [minute, left] = [720, onHand]
      while (left > 0) {
        left -= rng.poisson(perDay * (usual(minute + 1) - usual(minute)))
        minute++
      }
      const out = minute - 720
      if ((early ?? Number.POSITIVE_INFINITY) <= out && out <= (late ?? Number.POSITIVE_INFINITY)) held++
    }
    expect(held / runs).toBeGreaterThan(0.86)
    expect(held / runs).toBeLessThan(0.94)
  })

  it('follows the clock: what lasts a night does not last the evening', () => {
    const pace = { units: 50, dayShare: 0.5 }
    const night = stockOut({ onHand: 20, pace, clock: clockFrom(60) }).likely ?? 0
    const evening = stockOut({ onHand: 20, pace, clock: clockFrom(1200) }).likely ?? 0
    expect(evening).toBeLessThan(night / 2)
  })

  it('an empty shelf is out now; one that hardly sells has no minute within the week', () => {
    const clock = clockFrom(0)
    expect(stockOut({ onHand: 0, pace: { units: 3, dayShare: 0.2 }, clock })).toMatchObject({ early: 0, late: 0 })
    expect(stockOut({ onHand: 5000, pace: { units: 3, dayShare: 0.5 }, clock }).early).toBeNull()
  })
})
