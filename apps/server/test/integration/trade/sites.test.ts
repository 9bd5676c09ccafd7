import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../support/free-port.ts'
import { whyNoPostgres } from '../../support/postgres.ts'
import { OrderStream } from './order-stream.ts'
import { TwoSites } from './two-sites.ts'

/** Long enough that a machine that is busy with other tests does not lose the lead by it. */
const LEASE_MS = 6000
const PAID = 20
const why = whyNoPostgres()

describe.skipIf(why)(`two sites behind a front${why ? ` (${why})` : ''}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'zhanggui-two-sites-'))
  let sites: TwoSites

  beforeAll(async () => {
    sites = new TwoSites({ home, leaseMs: LEASE_MS, ports: { a: await freePort(), b: await freePort() } })
    mkdirSync(join(home, 'b'), { recursive: true })
    // Sites of one installation have one secret: the same buyer is the same number at both.
    await sites.open(() => cpSync(join(home, 'a', 'secret.key'), join(home, 'b', 'secret.key')))
  }, 120_000)

  afterAll(async () => {
    await sites?.close()
    rmSync(home, { recursive: true, force: true })
  })

  test('[P7.07] both sites are released one after the other under a stream of orders, and no order fails', async () => {
    const orders = new OrderStream(sites.address, { secret: sites.secret, buyers: 4 })
    await expect.poll(() => orders.paid.length, { timeout: 30_000 }).toBeGreaterThan(PAID)
    for (const site of ['a', 'b'] as const) {
      await sites.stop(site)
      const before = orders.paid.length
      await expect.poll(() => orders.paid.length, { timeout: 30_000 }).toBeGreaterThan(before + PAID)
      // The second one is started again by the test that needs it.
      if (site === 'a') await sites.restart(site)
    }
    await orders.end()
    expect({ failures: orders.failures, undecided: orders.undecided }).toEqual({ failures: [], undecided: 0 })
    expect(new Set(orders.paid.map(({ id }) => id)).size).toBe(orders.paid.length)
  }, 120_000)

  test('[P7.08] the deciding site is killed at peak: the other takes over by itself and no paid order is lost', async () => {
    await sites.restart('b')
    const before = await sites.lease()
    const loss = await sites.killLeader(8)
    expect(loss).toMatchObject({ killed: before?.leader, failures: [], lost: 0 })
    expect(loss.leader).not.toBe(loss.killed)
    // The lease, and what a busy machine takes to open a core.
    expect(loss.recoveryMs).toBeLessThan(LEASE_MS + 20_000)
    const switches = await sites.records?.query(
      'SELECT site, came_from FROM trade_switches ORDER BY epoch DESC LIMIT 1',
    )
    expect(switches?.rows).toEqual([{ site: loss.leader, came_from: loss.killed }])
  }, 120_000)
})
