import { describe, expect, it } from 'vitest'
import { FEATURE, NO_SIGNALS } from '../../src/index.ts'
import { NOON, Shop } from '../support/shop.ts'

/** A scorecard as an analyst would hand it in: young accounts, bursts from one source, unpaid orders before. */
const SCORECARD = {
  kind: 'setScorecard',
  version: 1,
  verifyFrom: 50,
  denyFrom: 100,
  bins: [
    { feature: FEATURE.sourceRequests, from: 5, points: 60 },
    { feature: FEATURE.sourceRequests, from: 20, points: 120 },
    { feature: FEATURE.buyerLapses, from: 2, points: 55 },
    { feature: FEATURE.accountAgeDays, from: 0, points: 30 },
    { feature: FEATURE.accountAgeDays, from: 30, points: 0 },
    { feature: FEATURE.proxyNetwork, from: 1, points: 25 },
  ],
} as const

const signals = (n: number, more: Partial<typeof NO_SIGNALS> = {}) => ({
  ...NO_SIGNALS,
  source: [n, 1] as const,
  device: [n, 2] as const,
  accountAgeDays: 400,
  ...more,
})

const shopWithScorecard = () => {
  const shop = new Shop({ velocitySlots: 4096 })
  shop.open(1, 'sku', 500)
  expect(shop.send(SCORECARD).code).toBe('accepted')
  return shop
}

describe('[P13.01] risk inside the decision', () => {
  it('allows an old account, asks a young one on a proxy for a second check, and takes the same request after it', () => {
    const shop = shopWithScorecard()
    expect(shop.reserve({ signals: signals(1), lines: [{ item: 1 }] }).code).toBe('accepted')
    const young = { id: [77, 0, 0, 0] as const, buyer: [2, 2] as const, lines: [{ item: 1 }] }
    const seen = signals(2, { accountAgeDays: 3, proxyNetwork: true })
    expect(shop.reserve({ ...young, signals: seen })).toMatchObject({ code: 'verification_needed', detail: 55 })
    expect(shop.reserve({ ...young, signals: { ...seen, verified: true } })).toMatchObject({ code: 'accepted' })
  })

  it('denies a burst from one source while other buyers pass, and forgives when it is quiet again', () => {
    const shop = shopWithScorecard()
    const codes = Array.from(
      { length: 30 },
      (_, i) => shop.reserve({ buyer: [i, 9], signals: signals(66), lines: [{ item: 1 }] }).code,
    )
    expect([codes[0], codes[10], codes[29]]).toEqual(['accepted', 'verification_needed', 'risk_denied'])
    expect(shop.reserve({ buyer: [500, 9], signals: signals(67), lines: [{ item: 1 }] }).code).toBe('accepted')
    shop.now = NOON + 60_000
    expect(shop.reserve({ buyer: [501, 9], signals: signals(66), lines: [{ item: 1 }] }).code).toBe('accepted')
  })

  it('remembers orders that lapsed unpaid', () => {
    const shop = shopWithScorecard()
    for (let i = 0; i < 2; i++)
      shop.reserve({ buyer: [4, 4], holdMs: 500, signals: signals(10 + i), lines: [{ item: 1 }] })
    shop.now += 20_000
    expect(shop.reserve({ buyer: [4, 4], signals: signals(20), lines: [{ item: 1 }] }).code).toBe('verification_needed')
  })

  it('blocks a key until its second, whoever uses it', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9)
    shop.send({ kind: 'block', key: [5, 2], untilSeconds: NOON / 1000 + 60 })
    const from = { signals: signals(5), lines: [{ item: 1 }] }
    expect(shop.reserve(from).code).toBe('blocked')
    shop.now = NOON + 60_000
    expect(shop.reserve(from).code).toBe('accepted')
  })

  it('keeps the scorecard in force when a new one is not well formed', () => {
    const shop = shopWithScorecard()
    const unsorted = [...SCORECARD.bins].reverse()
    expect(shop.send({ ...SCORECARD, version: 2, bins: unsorted }).code).toBe('model_invalid')
    expect(shop.core.scorecard[0]).toBe(1)
  })
})
