import { endLease, type Lease, nameFollower, renewLease } from '@zhanggui/orders'
import type { AnswerGuard } from '../core/answer-guard.ts'
import type { LeaseStep, LeaseStore } from './lease-store.ts'
import type { MirrorSession } from './mirror-session.ts'
import type { ShippingDisk } from './shipping-disk.ts'

export type GuardOptions = {
  site: string
  epoch: number
  /** Place where this leader can be followed. */
  place: string
  leases: LeaseStore
  leaseMs: number
  /** A follower that has not confirmed an answer for so long is declared lost. */
  followerMs: number
  disk: Pick<ShippingDisk, 'journalBytes'>
  /** ms that only grow. */
  elapsed: () => number
  /** Told once, when this site leads no more; it must stop deciding. */
  onEnd: (why: 'lost' | 'expired') => void
}

type Waiting = { position: number; since: number; send: (mayTell: boolean) => void }
type Follower = Pick<MirrorSession, 'site' | 'kept' | 'isInStep' | 'end' | 'finish'>

const LOOK_MS = 20
/** The lease is taken for over by its holder before it is for anybody else: clocks do not run at one pace. */
const TRUSTED = 0.8

/**
 * Lets an answer out when it is on the follower's disk too, as long as this site holds the lease. Where the follower is lost the
 * lease says so first: a site that lacks an answer can never take over by itself, and one that leads no more tells nothing.
 */
export class LeaderGuard implements AnswerGuard {
  private readonly given: GuardOptions
  private readonly waiting: Waiting[] = []
  private follower: Follower | undefined
  /** Every answer waits for the follower. */
  private isLive = false
  /** The lease may name a follower. */
  private mayBeNamed = false
  private isOver = false
  private validUntil = Number.NEGATIVE_INFINITY
  private renewAt = 0
  private isRenewing = false
  private looking: NodeJS.Timeout | undefined

  constructor(given: GuardOptions) {
    this.given = given
  }

  /** Makes sure of the lease, as recovery may have taken longer than it runs. False: another site leads by now. */
  async lead(): Promise<boolean> {
    await this.renew(this.given.elapsed())
    if (this.isOver) return false
    this.looking = setInterval(() => this.look(), LOOK_MS)
    this.looking.unref()
    return this.mayAnswer()
  }

  release(send: (mayTell: boolean) => void): void {
    if (!this.mayAnswer()) send(false)
    else this.waiting.push({ position: this.given.disk.journalBytes, since: this.given.elapsed(), send })
    this.flush()
  }

  /** One follower at a time; after one was lost only when the lease says so. */
  welcome(follower: Follower): boolean {
    if (this.isOver || this.follower || this.mayBeNamed) return false
    this.follower = follower
    return true
  }

  hearLive(follower: Follower): void {
    if (follower === this.follower) this.isLive = true
  }

  hearKept(follower: Follower): void {
    if (follower !== this.follower) return
    if (follower.isInStep && !this.mayBeNamed) void this.name(follower)
    this.flush()
  }

  hearGone(follower: Follower): void {
    if (follower !== this.follower) return
    this.follower = undefined
    if (this.mayBeNamed) void this.unname()
    else this.goOnAlone()
  }

  async close(): Promise<void> {
    while (!this.isOver && this.waiting.length > 0) await new Promise((wake) => setTimeout(wake, LOOK_MS))
    const { follower } = this
    const isHandedOver = follower?.isInStep === true && (await this.handOver())
    this.end()
    if (isHandedOver) follower?.finish()
  }

  private mayAnswer(): boolean {
    return !this.isOver && this.given.elapsed() < this.validUntil
  }

  private flush(): void {
    if (!this.mayAnswer()) return
    const kept = this.isLive ? (this.follower?.kept ?? -1) : Number.POSITIVE_INFINITY
    let count = 0
    for (const { position } of this.waiting) {
      if (position > kept) break
      count++
    }
    for (const { send } of this.waiting.splice(0, count)) send(true)
  }

  private look(): void {
    const now = this.given.elapsed()
    if (now >= this.validUntil) {
      this.stop('expired')
      return
    }
    const [first] = this.waiting
    // Its end is heard by `hearGone`, which tells the lease before anything is let out.
    if (first && this.isLive && now - first.since > this.given.followerMs) this.follower?.end()
    if (now >= this.renewAt && !this.isRenewing) void this.renew(now)
  }

  private change(step: LeaseStep): Promise<Lease | 'lost' | undefined> {
    return this.given.leases.change(step).then(
      (changed) => (changed.ok ? changed.value : 'lost'),
      // Nobody knows whether it was written: what follows from it waits, and the lease may run out meanwhile.
      () => undefined,
    )
  }

  private get holder() {
    return { site: this.given.site, epoch: this.given.epoch }
  }

  private async renew(asked: number): Promise<void> {
    const { leaseMs, place } = this.given
    this.isRenewing = true
    const renewed = await this.change((lease, now) => {
      const changed = renewLease(lease, { ...this.holder, now, leaseMs })
      return changed.ok ? { ok: true, value: { ...changed.value, place } } : changed
    })
    this.isRenewing = false
    if (renewed === 'lost') return this.stop('lost')
    if (renewed) this.validUntil = asked + leaseMs * TRUSTED
    this.renewAt = this.given.elapsed() + leaseMs / (renewed ? 3 : 10)
  }

  private async name(follower: Follower): Promise<void> {
    this.mayBeNamed = true
    const named = await this.change((lease) => nameFollower(lease, { ...this.holder, follower: follower.site }))
    if (named === 'lost') this.stop('lost')
    else if (named === undefined) follower.end()
  }

  /** Until the lease is known to name nobody, nothing is let out. */
  private async unname(): Promise<void> {
    while (!this.isOver) {
      const unnamed = await this.change((lease) => nameFollower(lease, { ...this.holder, follower: null }))
      if (unnamed === 'lost') return this.stop('lost')
      if (unnamed) return this.goOnAlone()
      await new Promise((wake) => setTimeout(wake, LOOK_MS * 5))
    }
  }

  private goOnAlone(): void {
    this.mayBeNamed = false
    this.isLive = false
    this.flush()
  }

  private async handOver(): Promise<boolean> {
    // From here on nothing is let out: the other site may decide as soon as the lease has ended.
    this.validUntil = Number.NEGATIVE_INFINITY
    const ended = await this.change((lease, now) => endLease(lease, { ...this.holder, now }))
    return ended !== undefined && ended !== 'lost'
  }

  private stop(why: 'lost' | 'expired'): void {
    if (this.isOver) return
    this.end()
    this.given.onEnd(why)
  }

  private end(): void {
    this.isOver = true
    clearInterval(this.looking)
    for (const { send } of this.waiting.splice(0)) send(false)
  }
}
