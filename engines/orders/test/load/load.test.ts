import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import {
  arrivals,
  createTurnstile,
  enter,
  findKnee,
  type LoadFigures,
  type LoadSample,
  leave,
  loadFigures,
  loadGate,
  nameBottleneck,
  nextRate,
  noteLag,
  OPENING_SPIKE,
  STEADY,
  shapeOfMinutes,
} from '../../src/index.ts'

type Crowd = { perSecond: number; sources: number; who: 'buyer' | 'attacker' }

/** A server that does one thing at a time for `serviceMs`, behind a turnstile; every request in the order of time. */
function serve(
  crowds: readonly Crowd[],
  { seconds, serviceMs, goalMs }: { seconds: number; serviceMs: number; goalMs: number },
) {
  const rng = createRng('crowd')
  const turnstile = createTurnstile({ goalMs })
  const asked = crowds
    .flatMap(({ perSecond, sources, who }, crowd) =>
      arrivals(STEADY, { peakPerSecond: perSecond, seconds }, rng).map((at) => ({
        at,
        who,
        source: crowd * 1_000_000 + rng.int(sources),
      })),
    )
    .sort((a, b) => a.at - b.at)
  const samples: LoadSample[] = []
  const ends: { since: number; at: number }[] = []
  let freeAt = 0
  for (const { at, who, source } of asked) {
    while (ends[0] && ends[0].at <= at) {
      const { since, at: now } = ends.shift() as { since: number; at: number }
      leave(turnstile, { since, now })
    }
    if (enter(turnstile, { source: [source, 7] }, at).kind !== 'let_in') {
      samples.push({ dueAt: at, endedAt: at + 0.1, outcome: 'refused', who, parts: {} })
      continue
    }
    freeAt = Math.max(freeAt, at) + serviceMs
    ends.push({ since: at, at: freeAt })
    samples.push({ dueAt: at, endedAt: freeAt, outcome: 'done', who, parts: {} })
  }
  return loadFigures(
    samples.filter(({ dueAt }) => dueAt > 5000),
    seconds - 5,
  )
}

describe('[P7.13] the turnstile before orders', () => {
  test('turns nobody away while there is room', () => {
    const figures = serve([{ perSecond: 60, sources: 5000, who: 'buyer' }], { seconds: 20, serviceMs: 8, goalMs: 500 })
    expect(figures.refused).toBe(0)
  })

  test('at twenty times what fits, those let in are answered within the goal, the room is used, and the rest is refused at once', () => {
    const figures = serve([{ perSecond: 2500, sources: 100_000, who: 'buyer' }], {
      seconds: 30,
      serviceMs: 8,
      goalMs: 500,
    })
    expect(figures.doneMs?.p99Ms).toBeLessThanOrEqual(500)
    expect(figures.donePerSecond).toBeGreaterThan(0.9 * 125)
    expect(figures.refusedMs?.maxMs).toBeLessThan(1)
  })

  test('a server that becomes four times slower is let fewer in: the goal holds', () => {
    for (const serviceMs of [4, 16])
      expect(
        serve([{ perSecond: 2000, sources: 100_000, who: 'buyer' }], { seconds: 30, serviceMs, goalMs: 400 }).doneMs
          ?.p99Ms,
      ).toBeLessThanOrEqual(400)
  })

  test('where saying no comes late, fewer are let in; late for reasons of its own, a process lets in as many as before', () => {
    const limitAfter = ({ isBusy, lagMs }: { isBusy: boolean; lagMs: number }): number => {
      const turnstile = createTurnstile({ limit: 4 })
      for (let at = 0; at < 2000; at += 20) {
        const asks = isBusy ? 8 : 2
        const inside = Array.from({ length: asks }, (_, i) => enter(turnstile, { source: [at * 10 + i, 7] }, at).kind)
        noteLag(turnstile, lagMs)
        for (const kind of inside) if (kind === 'let_in') leave(turnstile, { since: at, now: at + 10 })
      }
      return turnstile.limit
    }
    expect(limitAfter({ isBusy: true, lagMs: 250 })).toBe(2)
    expect(limitAfter({ isBusy: true, lagMs: 10 })).toBeGreaterThan(4)
    expect(limitAfter({ isBusy: false, lagMs: 250 })).toBe(4)
  })

  test('[P7.15] 19 of 20 requests are an attack from thirty sources: nineteen buyers in twenty get through', () => {
    const figures = serve(
      [
        { perSecond: 100, sources: 20_000, who: 'buyer' },
        { perSecond: 1900, sources: 30, who: 'attacker' },
      ],
      { seconds: 30, serviceMs: 8, goalMs: 500 },
    )
    expect(figures.buyersDone / figures.buyers).toBeGreaterThanOrEqual(0.95)
    expect(figures.attackersDone / figures.attackers).toBeLessThan(0.01)
  })
})

const step = (offeredPerSecond: number, more: Partial<LoadFigures> = {}): LoadFigures => ({
  offered: offeredPerSecond * 10,
  offeredPerSecond,
  done: offeredPerSecond * 10,
  donePerSecond: offeredPerSecond,
  refused: 0,
  failed: 0,
  doneMs: { p50Ms: 10, p95Ms: 20, p99Ms: 40, maxMs: 50 },
  refusedMs: null,
  waitMs: null,
  outOfTurnMs: null,
  buyers: offeredPerSecond * 10,
  buyersDone: offeredPerSecond * 10,
  attackers: 0,
  attackersDone: 0,
  parts: { price: 3, core: 1, records: 4, http: 2 },
  ...more,
})
const RULE = { goalMs: 500, doneBp: 9500 }

describe('[P7.04] a load test', () => {
  test('the knee is the most that was kept up with below the first step that was not', () => {
    const slow = { p50Ms: 10, p95Ms: 600, p99Ms: 900, maxMs: 1000 }
    expect(findKnee([step(10), step(20), step(40, { doneMs: slow }), step(80)], RULE)).toBe(20)
    expect(findKnee([step(10, { failed: 1 })], RULE)).toBeNull()
    expect(findKnee([step(10), step(20, { done: 100, donePerSecond: 10 })], RULE)).toBe(10)
  })

  test('rates double until one falls behind, then close in', () => {
    expect(nextRate([{ rate: 10, isKept: true }], { closeBp: 1000 })).toBe(20)
    expect(
      nextRate(
        [
          { rate: 20, isKept: true },
          { rate: 40, isKept: false },
        ],
        { closeBp: 1000 },
      ),
    ).toBe(30)
    expect(
      nextRate(
        [
          { rate: 38, isKept: true },
          { rate: 40, isKept: false },
        ],
        { closeBp: 1000 },
      ),
    ).toBeUndefined()
  })

  test.each(['price', 'core', 'records', 'http'])('an injected bottleneck in %s is named', (part) => {
    const heavy = { price: 5, core: 2, records: 6, http: 4, [part]: 300 }
    expect(nameBottleneck([step(10), step(40, { parts: heavy })])).toMatchObject({ part, heavyMs: 300 })
  })

  test('time that no part of the server claims is the process itself', () => {
    const samples: LoadSample[] = [
      { dueAt: 0, endedAt: 100, outcome: 'done', who: 'buyer', parts: { price: 10, core: 5 } },
    ]
    expect(loadFigures(samples, 1).parts).toEqual({ price: 10, core: 5, http: 85 })
  })

  test('the gate passes check by check, and what was not measured has not passed', () => {
    const goals = { peakPerSecond: 50, headroomBp: 3000, goalMs: 500, refuseMs: 50, buyersBp: 9500, fairMs: 3000 }
    const refusedMs = { p50Ms: 1, p95Ms: 2, p99Ms: 3, maxMs: 4 }
    const run = {
      kneePerSecond: 65,
      peak: step(50),
      overload: step(1000, { refusedMs, outOfTurnMs: 1200 }),
      attack: step(100),
    }
    expect(loadGate(run, goals).every(({ isPassed }) => isPassed)).toBe(true)
    expect(
      loadGate({ ...run, kneePerSecond: 64 }, goals)
        .filter((c) => !c.isPassed)
        .map((c) => c.check),
    ).toEqual(['room'])
    const nothing = { kneePerSecond: null, peak: null, overload: null, attack: null }
    expect(loadGate(nothing, goals).some(({ isPassed }) => isPassed)).toBe(false)
  })
})

describe('traffic shapes', () => {
  test('the opening spike reaches its peak at the opening, and the same seed sends at the same instants', () => {
    const times = arrivals(OPENING_SPIKE, { peakPerSecond: 200, seconds: 16 }, createRng('shape'))
    const bySecond = Array.from({ length: 16 }, (_, s) => times.filter((at) => Math.floor(at / 1000) === s).length)
    expect(bySecond.indexOf(Math.max(...bySecond))).toBe(2)
    expect(bySecond[2]).toBeGreaterThan(150)
    expect(bySecond[0]).toBeLessThan(30)
    expect(arrivals(OPENING_SPIKE, { peakPerSecond: 200, seconds: 16 }, createRng('shape'))).toEqual(times)
  })

  test("last year's busiest stretch gives the shape", () => {
    expect(shapeOfMinutes([1, 1, 9, 5, 1], 2)).toEqual({ id: 'last_year', weights: [9, 5] })
    expect(shapeOfMinutes([0, 0], 2)).toBeUndefined()
  })
})
