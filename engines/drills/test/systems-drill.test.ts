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

  test('answers that do not wait for the other site lose orders, and the drill says so', () => {
    const hasty = { seed: 'hasty', seconds: 20, outage: null, delayMs: 400 }
    const { site, passed } = runSystemsDrill({ ...hasty, waitsForFollower: false })
    expect(site?.lostOrders).toBeGreaterThan(0)
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
