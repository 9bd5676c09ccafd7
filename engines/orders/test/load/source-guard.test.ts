import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  arrivals,
  createSourceGuard,
  createTurnstile,
  enter,
  isUnderAttack,
  judgeSource,
  leave,
  type Place,
  passGuardTime,
  quarantinedNow,
  STEADY,
  suspect,
  trust,
} from '../../src/index.ts'

describe('[P7.15] sources are judged by what they did', () => {
  it('a stranger passes, a suspicious source has to show a browser, and one that goes on is shut out', () => {
    const guard = createSourceGuard()
    const judge = (now: number, isProven = false) => judgeSource(guard, 's', { now, isProven })
    expect(judge(0)).toBe('pass')
    for (const now of [10, 20]) suspect(guard, 's', { why: 'malformed', now })
    expect([judge(30), judge(30, true), judgeSource(guard, 'other', { now: 30, isProven: false })]).toEqual([
      'challenge',
      'pass',
      'pass',
    ])
    suspect(guard, 's', { why: 'hammering', now: 40 })
    expect([judge(50), judge(50, true)]).toEqual(['quarantined', 'quarantined'])
  })

  it('forgives with time, and shuts out twice as long who does it again', () => {
    const guard = createSourceGuard()
    const hammer = (now: number) => {
      for (let i = 0; i < 2; i++) suspect(guard, 's', { why: 'hammering', now })
    }
    const at = (now: number) => judgeSource(guard, 's', { now, isProven: false })
    hammer(0)
    expect([at(29_999), at(30_001), at(120_000)]).toEqual(['quarantined', 'challenge', 'pass'])
    hammer(200_000)
    expect([at(259_999), at(260_001)]).toEqual(['quarantined', 'challenge'])
  })

  it('an attack has a beginning, an end and a report, also when its sources fall silent altogether', () => {
    const guard = createSourceGuard()
    for (let i = 0; i < 100; i++) {
      judgeSource(guard, `s${i % 50}`, { now: i * 60, isProven: false })
      if (i % 2) suspect(guard, `s${i % 50}`, { why: 'malformed', now: i * 60 })
    }
    expect(isUnderAttack(guard)).toBe(true)
    expect(guard.attack).toMatchObject({ from: 0, until: null, peakBp: 5000 })
    for (let now = 10_000; now <= 60_000; now += 5000) passGuardTime(guard, now)
    expect(isUnderAttack(guard)).toBe(false)
    expect(guard.attack?.until).toBe(45_000)
    expect(quarantinedNow(guard, 60_000)).toBe(0)
  })

  it('a shop front whose orders are taken is not shut out for one buyer in ten who mistypes', () => {
    const guard = createSourceGuard()
    for (let now = 0; now < 2000; now++)
      if (now % 10 === 0) suspect(guard, 'front', { why: 'malformed', now })
      else trust(guard, 'front', now)
    expect(judgeSource(guard, 'front', { now: 2000, isProven: false })).toBe('pass')
  })

  it('remembers no more sources than it may', () => {
    const guard = createSourceGuard({ sourcesMax: 3 })
    for (let i = 0; i < 9; i++) suspect(guard, `s${i}`, { why: 'malformed', now: i })
    expect([...guard.sources.keys()]).toEqual(['s6', 's7', 's8'])
  })
})

type Asked = { at: number; source: number; who: 'buyer' | 'hammer' | 'botnet'; ticket?: Place }

/**
 * Buyers at half of what fits, thirty machines that hammer, and two thousand bots that each ask seldom and send what no shop front
 * does. A buyer that is challenged solves it and comes again, and one that is given a number comes when told; bots do neither.
 */
function attackMix(seed: string): {
  buyers: number
  served: number
  bots: number
  botsServed: number
  attacks: number
} {
  const rng = createRng(seed)
  const seconds = 20
  const crowd = (who: Asked['who'], perSecond: number, sources: number, base: number): Asked[] =>
    arrivals(STEADY, { peakPerSecond: perSecond, seconds }, rng).map((at) => ({
      at,
      who,
      source: base + rng.int(sources),
    }))
  const asked = [
    ...crowd('buyer', 60, 20_000, 0),
    ...crowd('hammer', 900, 30, 100_000),
    ...crowd('botnet', 500, 2000, 200_000),
  ].sort((a, b) => a.at - b.at)
  const turnstile = createTurnstile({ goalMs: 500 })
  const guard = createSourceGuard()
  const result = { buyers: 0, served: 0, bots: 0, botsServed: 0, attacks: 0 }
  const ends: { since: number; at: number }[] = []
  let freeAt = 0
  // Those who were given a number, in the order in which they come back.
  const returns: Asked[] = []
  const next = (): Asked | undefined =>
    returns[0] && returns[0].at <= (asked[0]?.at ?? Number.POSITIVE_INFINITY) ? returns.shift() : asked.shift()
  for (let coming = next(); coming; coming = next()) {
    const { at, who, source, ticket } = coming
    while (ends[0] && ends[0].at <= at) leave(turnstile, { since: ends[0].since, now: ends.shift()?.at ?? at })
    const key = String(source)
    const first = judgeSource(guard, key, { now: at, isProven: false })
    const isProven = first === 'challenge' && who === 'buyer'
    const verdict = isProven ? judgeSource(guard, key, { now: at, isProven }) : first
    if (!ticket) result[who === 'buyer' ? 'buyers' : 'bots']++
    if (verdict !== 'pass') continue
    const entry = enter(turnstile, { source: [source, 7], ticket }, at)
    if (entry.kind === 'isolated') suspect(guard, key, { why: 'hammering', now: at })
    if (entry.kind === 'wait' && who === 'buyer') {
      returns.push({ at: entry.toldAt, who, source, ticket: entry })
      returns.sort((a, b) => a.at - b.at)
    }
    if (entry.kind !== 'let_in') continue
    // What a bot sends is refused when it is read, which costs a part of an order.
    freeAt = Math.max(freeAt, at) + (who === 'botnet' ? 1 : 8)
    ends.push({ since: at, at: freeAt })
    if (who === 'botnet') suspect(guard, key, { why: 'malformed', now: at })
    result[who === 'buyer' ? 'served' : 'botsServed']++
  }
  if (guard.attack) result.attacks++
  return result
}

it.each(['mix-1', 'mix-2'])(
  '[P7.15] hammering machines and a botnet at twenty-three times the buyers: 95 of 100 buyers are served (%s)',
  (seed) => {
    const { buyers, served, bots, botsServed, attacks } = attackMix(seed)
    expect(served / buyers).toBeGreaterThanOrEqual(0.95)
    expect(botsServed / bots).toBeLessThan(0.1)
    expect(attacks).toBe(1)
  },
)
