import { describe, expect, test } from 'vitest'
import { runSystemsDrill } from '../src/index.ts'

const LEASE_MS = 5000

describe('[P15.07] a site is lost and a payment provider falls silent, on the fake clock, with the parts that really run', () => {
  test.each(['1', '2', '3'])(
    'the other site takes over by itself, every order is paid once and none is lost (seed %s)',
    (seed) => {
      const report = runSystemsDrill({ seed, seconds: 40 })
      expect(report.site).toMatchObject({ leader: 'b', epoch: 2, lostOrders: 0 })
      // The lease, the start of a core, and the buyers' next try.
      expect(report.site?.recoveryMs).toBeGreaterThan(LEASE_MS / 2)
      expect(report.site?.recoveryMs).toBeLessThanOrEqual(LEASE_MS + 500 + 500 + 100)
      expect(report.payment).toMatchObject({ chargedWrong: 0 })
      expect(report.payment?.switchMs).toBeLessThan(10_000)
      expect(report).toMatchObject({ oversold: 0, isServed: true, passed: true, paid: report.orders })
      expect(report.orders).toBeGreaterThan(600)
    },
  )

  test('[P7.08] the lease decides how long it takes: the recovery time is measured, the recovery point is nothing lost', () => {
    const timesOf = [1000, 4000, 8000].map(
      (leaseMs) => runSystemsDrill({ seed: 'lease', leaseMs, outage: null, seconds: 40 }).site,
    )
    expect(timesOf.map((site) => site?.lostOrders)).toEqual([0, 0, 0])
    const times = timesOf.map((site) => site?.recoveryMs ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  test('[P7.08] killed at peak, a hundred orders a second: seconds until orders are taken again, and no answer is lost', () => {
    const { site, orders, passed } = runSystemsDrill({ seed: 'peak', seconds: 20, outage: null, ordersPerSecond: 100 })
    expect(orders).toBeGreaterThan(1900)
    expect(site).toMatchObject({ lostOrders: 0, lostAnswers: 0, leader: 'b' })
    expect(site?.recoveryMs).toBeLessThanOrEqual(LEASE_MS + 500 + 500 + 100)
    expect(passed).toBe(true)
  })

  test('answers that do not wait for the other site lose orders, and the drill says so', () => {
    const hasty = { seed: 'hasty', seconds: 20, outage: null, delayMs: 400 }
    const { site, passed } = runSystemsDrill({ ...hasty, waitsForFollower: false })
    expect(site?.lostOrders).toBeGreaterThan(0)
    expect(site?.lostAnswers).toBeGreaterThan(0)
    expect(passed).toBe(false)
    expect(runSystemsDrill(hasty).site?.lostOrders).toBe(0)
  })

  test('the same seed gives the same report', () => {
    expect(runSystemsDrill({ seed: 'same', seconds: 20 })).toEqual(runSystemsDrill({ seed: 'same', seconds: 20 }))
  })

  test('a day without faults is a day without switches', () => {
    const report = runSystemsDrill({ seed: 'calm', seconds: 20, siteLossAt: null, outage: null })
    expect(report).toMatchObject({ site: null, payment: null, passed: true })
  })
})

describe('a site that is too full while it lives', () => {
  const siege = { seconds: 60, outage: null, ordersPerSecond: 20 }
  const SEEDS = ['1', '2', '3']

  test.each(SEEDS)(
    '[P7.08] a disk that hangs: the shop goes to the site with room within a minute, and no paid order is lost (seed %s)',
    (seed) => {
      const report = runSystemsDrill({ ...siege, seed, siege: { kind: 'overload', fromSecond: 5 } })
      expect(report.siege).toMatchObject({ leftFor: 'overload', lostOrders: 0, lostAnswers: 0 })
      // Three levels of three seconds, half a minute of endurance, a tenth of a lease, and the start of a core.
      expect(report.siege?.switchMs).toBeGreaterThan(39_000)
      expect(report.siege?.switchMs).toBeLessThan(43_000)
      expect(report).toMatchObject({ site: null, oversold: 0, isServed: true, passed: true, paid: report.orders })
    },
  )

  test.each(SEEDS)(
    '[P7.15] machines at sixty times the buyers: the shop goes to the other site, 95 of 100 buyers are served, nothing is lost (seed %s)',
    (seed) => {
      const report = runSystemsDrill({ ...siege, seed, siege: { kind: 'attack', fromSecond: 5 } })
      expect(report.siege).toMatchObject({ leftFor: 'attack', lostOrders: 0, lostAnswers: 0 })
      expect(report.siege?.success).toBeGreaterThanOrEqual(0.95)
      expect(report).toMatchObject({ isServed: true, passed: true, paid: report.orders })
    },
  )

  test('[P7.08] where both are too slow the shop moves once and not to and fro', () => {
    const slow = { ...siege, ordersPerSecond: 12, seconds: 120 }
    const { siege: found, epoch } = runSystemsDrill({
      ...slow,
      seed: 'both',
      siege: { kind: 'overload', fromSecond: 5, everywhere: true },
    })
    expect(found).toMatchObject({ leftFor: 'overload', lostOrders: 0, lostAnswers: 0 })
    expect(epoch).toBe(2)
  })
})
