import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { claimLease, type Lease } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { hasCore } from '../core/core-folder.ts'
import type { LocalCore } from '../core/trade-core.ts'
import type { Following } from './follow-in-thread.ts'
import type { LeaseStore } from './lease-store.ts'
import type { ThreadLead } from './open-thread-lead.ts'
import { noteClaim, readEpoch, writeEpoch } from './site-file.ts'

/** What a keeper needs of its surroundings. */
export type KeeperOptions = {
  store: string
  site: string
  folder: string
  leaseMs: number
  leases: LeaseStore
  /** Opens the core of this site in the lead; `onEnd` when it is there no more. */
  open: (lead: Pick<ThreadLead, 'epoch' | 'secret'>, onEnd: () => void) => Promise<LocalCore>
  follow: (leader: { place: string; secret: string }, onEnd: (why: string) => void) => Following
  onNews: (news: string, facts: object) => void
}

type Role =
  | { kind: 'waiting' }
  | { kind: 'leading'; core: Promise<LocalCore> }
  | { kind: 'following'; following: Following }

/** What this site is to a shop just now. */
export type SiteRole = 'leading' | 'following' | 'in_step' | 'waiting'

/**
 * One shop at one site: leads, follows, or takes over once the leader has given no sign for as long as its lease runs and this site
 * has all it answered. Looks again and again; whatever goes wrong in one look is tried in the next.
 */
export class SiteKeeper {
  lease: Lease | undefined
  private readonly given: KeeperOptions
  private role: Role = { kind: 'waiting' }
  private looking: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isClosed = false
  private restsUntil = Number.NEGATIVE_INFINITY

  constructor(given: KeeperOptions) {
    this.given = given
  }

  /** Begins to look, a tenth of the lease apart. */
  watch(): void {
    this.timer ??= setInterval(() => void this.look(), this.given.leaseMs / 10)
  }

  get roleNow(): SiteRole {
    if (this.role.kind !== 'following') return this.role.kind
    return this.role.following.isCaughtUp ? 'in_step' : 'following'
  }

  /** The lease as it is now. Errors: rejects where the store of leases does not answer. */
  async readLease(): Promise<Lease | undefined> {
    const { lease } = await this.given.leases.read()
    this.lease = lease
    return lease
  }

  /** The core of this site, which takes the lead where nobody has it. Errors: `trade_elsewhere`. */
  async coreOf(): Promise<LocalCore> {
    if (this.role.kind !== 'leading') await this.look({ mayBegin: true })
    if (this.role.kind === 'leading') return this.role.core
    throw new ApiFailure('trade_elsewhere', { site: this.lease?.leader ?? '–' })
  }

  /** Takes the lead with what this site has, though it may lack answers. Errors: `trade_site_held` while the leader lives. */
  async promote(): Promise<void> {
    if (this.role.kind === 'leading') return
    await this.look({ acceptLoss: true, mayBegin: true })
    if (this.roleNow !== 'leading') throw new ApiFailure('trade_site_held', { site: this.lease?.leader ?? '–' })
  }

  /** Gives the lead to the site in step while this one stays. Errors: `trade_no_follower`; `trade_elsewhere` where it does not lead. */
  async handOver(): Promise<void> {
    const { role } = this
    if (role.kind !== 'leading') throw new ApiFailure('trade_elsewhere', { site: this.lease?.leader ?? '–' })
    const { lease } = await this.given.leases.read()
    if (!lease?.follower) throw new ApiFailure('trade_no_follower')
    // The other one looks ten times a lease; this one takes the lead back only if nobody does.
    this.restsUntil = performance.now() + this.given.leaseMs * 2
    await (await role.core).close()
    this.role = { kind: 'waiting' }
  }

  /** Hands over to the site in step, where there is one. */
  async close(): Promise<void> {
    this.isClosed = true
    clearInterval(this.timer)
    await this.looking
    if (this.role.kind === 'following') await this.role.following.end()
    if (this.role.kind === 'leading') await (await this.role.core.catch(() => undefined))?.close()
    await this.given.leases.close()
  }

  look(how: { acceptLoss?: boolean; mayBegin?: boolean } = {}): Promise<void> {
    this.looking = this.looking
      .then(() => this.lookOnce(how))
      .catch((cause: unknown) => this.given.onNews('this site could not look after its lead', { cause }))
    return this.looking
  }

  private async lookOnce({ acceptLoss = false, mayBegin = false }): Promise<void> {
    if (this.isClosed || this.role.kind === 'leading') return
    const { lease, now } = await this.given.leases.read()
    this.lease = lease
    const { site, folder } = this.given
    const isFree = lease ? lease.leader === site || lease.until <= now : mayBegin || hasCore(folder)
    if (!isFree && lease) this.follow(lease)
    else if (performance.now() < this.restsUntil) return
    else if (isFree && (acceptLoss || this.mayLead(lease))) await this.lead(acceptLoss)
  }

  private mayLead(lease: Lease | undefined): boolean {
    const { site, folder } = this.given
    if (!lease) return true
    return (lease.leader === site || lease.follower === site) && this.knownEpoch(lease) === lease.epoch && folder !== ''
  }

  private knownEpoch(lease: Lease | undefined): number {
    const { site, folder } = this.given
    return readEpoch(folder, lease?.leader === site ? lease.epoch : undefined)
  }

  private follow({ place, secret }: Lease): void {
    if (this.role.kind === 'following' || place === '') return
    const following = this.given.follow({ place, secret }, (why) => {
      if (this.role.kind === 'following') this.role = { kind: 'waiting' }
      this.given.onNews('this site follows no more', { why })
      // The leader may be gone, and every look counts.
      if (!this.isClosed) void this.look()
    })
    this.role = { kind: 'following', following }
  }

  private async lead(acceptLoss: boolean): Promise<void> {
    // The folder belongs to one of them at a time.
    if (this.role.kind === 'following') await this.role.following.end()
    const { site, folder, leaseMs, leases } = this.given
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    noteClaim(folder, (this.lease?.epoch ?? 0) + 1)
    const secret = randomBytes(24).toString('base64url')
    const claimed = await leases.change((lease, now) =>
      claimLease(lease, { site, now, leaseMs, secret, place: '', knownEpoch: this.knownEpoch(lease), acceptLoss }),
    )
    if (!claimed.ok) return
    const { epoch } = claimed.value
    writeEpoch(folder, epoch)
    this.lease = claimed.value
    this.given.onNews('this site leads', { epoch, acceptLoss })
    await this.open({ epoch, secret })
  }

  private async open(lead: Pick<ThreadLead, 'epoch' | 'secret'>): Promise<void> {
    const forget = (): void => {
      if (this.role === role) this.role = { kind: 'waiting' }
    }
    const role: Role = { kind: 'leading', core: this.given.open(lead, forget) }
    this.role = role
    await role.core.catch((cause: unknown) => {
      forget()
      throw cause
    })
  }
}
