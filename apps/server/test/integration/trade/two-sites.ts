import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TradeAnswers } from '@zhanggui/contract'
import pg from 'pg'
import type { ProtectionPolicy } from '../../../src/modules/trade/availability/protection-policy.ts'
import { createFront, type Front } from '../../../src/modules/trade/standby/front/front.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { OrderStream } from './order-stream.ts'
import { type SiteProcess, startSite } from './site-process.ts'

/** As many as one call may hold; on a fast machine more are paid meanwhile. */
const COMMANDS_AT_ONCE = 1000

export type SiteName = 'a' | 'b'
type Lease = { leader: SiteName; follower: SiteName | null; epoch: number }
type Options = {
  home: string
  leaseMs: number
  ports: Readonly<Record<SiteName, number>>
  protection?: ProtectionPolicy
}

/** What the loss of a site came to. `recoveryMs`: from the kill to the first order that was sent after it and paid. */
export type SiteLoss = {
  killed: SiteName
  leader: SiteName
  paid: number
  lost: number
  failures: readonly string[]
  recoveryMs: number
}

/** Enough of a stream to speak of a peak, before and after. */
const PAID_BEFORE = 40
const PAID_AFTER = 20

export const other = (site: SiteName): SiteName => (site === 'a' ? 'b' : 'a')

/** Two servers in processes of their own, a PostgreSQL that they share, and a front before them. */
export class TwoSites {
  address = ''
  secret = ''
  records: pg.Client | undefined
  private readonly options: Options
  private readonly running = new Map<SiteName, SiteProcess>()
  private postgres: PostgresServer | undefined
  private front: Front | undefined

  constructor(options: Options) {
    this.options = options
  }

  /** `onFirst`: between the start of the first site, which makes the shop, and that of the second. */
  async open(onFirst: () => void): Promise<void> {
    this.postgres = await startPostgres({ fsync: 'off' })
    this.records = new pg.Client({ connectionString: this.postgres.url })
    await this.records.connect()
    this.secret = (await this.start('a')).secret
    onFirst()
    await this.restart('b')
    this.front = createFront({ servers: (['a', 'b'] as const).map((site) => new URL(this.addressOf(site))) })
    const { server } = this.front
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    await this.front?.close()
    for (const site of this.running.values()) await site.end('SIGKILL')
    await this.records?.end()
    await this.postgres?.stop()
  }

  async lease(): Promise<Lease | undefined> {
    return (await this.records?.query<Lease>('SELECT * FROM trade_leases'))?.rows[0]
  }

  /** Where a site is reached without the front. */
  addressOf(site: SiteName): string {
    return `http://127.0.0.1:${this.options.ports[site]}`
  }

  /** Ends a site as a release does: what is under way is finished, and the other one leads. */
  async stop(site: SiteName): Promise<void> {
    await this.running.get(site)?.end('SIGTERM')
    await waitUntil(`${other(site)} leads`, async () => (await this.lease())?.leader === other(site))
  }

  /** Starts a site and waits until it has everything. */
  async restart(site: SiteName): Promise<void> {
    await this.start(site)
    await waitUntil(`${site} in step`, async () => (await this.lease())?.follower === site)
  }

  /** Kills whichever site decides under a stream of orders. */
  async killLeader(buyers: number): Promise<SiteLoss> {
    const killed = (await this.lease())?.leader ?? 'a'
    const orders = new OrderStream(this.address, { secret: this.secret, buyers })
    await waitUntil('a stream of orders', async () => orders.paid.length > PAID_BEFORE)
    const killedAt = performance.now()
    await this.running.get(killed)?.end('SIGKILL')
    const after = () => orders.paid.filter(({ sentAt }) => sentAt > killedAt)
    await waitUntil('orders after the loss', async () => after().length > PAID_AFTER)
    await orders.end()
    const leader = (await this.lease())?.leader ?? killed
    const ids = orders.paid.map(({ id }) => id)
    return {
      killed,
      leader,
      paid: ids.length,
      lost: ids.length - (await this.stillPaid(ids)),
      failures: orders.failures,
      recoveryMs: Math.round(Math.min(...after().map(({ answeredAt }) => answeredAt)) - killedAt),
    }
  }

  /** How many of these orders are known as paid: the same payment again is answered as it was. */
  async stillPaid(ids: readonly number[]): Promise<number> {
    let paid = 0
    for (let from = 0; from < ids.length; from += COMMANDS_AT_ONCE)
      paid += await this.paidAmong(ids.slice(from, from + COMMANDS_AT_ONCE))
    return paid
  }

  private async paidAmong(ids: readonly number[]): Promise<number> {
    const url = `${this.address}/v1/stores/shop/trade/commands`
    const headers = { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' }
    const issuedAt = new Date().toISOString()
    const commands = ids.map((id) => ({ id: `2${id}`, issuedAt, kind: 'pay', order: `1${id}`, amountCents: 100 }))
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ commands }) })
    if (!answer.ok) throw new Error(`${commands.length} payments again: ${answer.status} ${await answer.text()}`)
    const { answers } = (await answer.json()) as TradeAnswers
    return answers.filter(({ code }) => code === 'accepted').length
  }

  private async start(site: SiteName): Promise<SiteProcess> {
    const { home, leaseMs, ports, protection = {} } = this.options
    const databaseUrl = this.postgres?.url ?? ''
    const own = { site, home: join(home, site), port: ports[site] }
    const process = await startSite({ ...own, databaseUrl, leaseMs, protection })
    this.running.set(site, process)
    return process
  }
}
