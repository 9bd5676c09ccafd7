import {
  DEFAULT_LEAVE_POLICY,
  decideLeave,
  fullSinceAt,
  type LeavePolicy,
  type LeaveReason,
  type ServiceReading,
} from '@zhanggui/orders'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { takeReading } from '../../drills/plans/take-reading.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'
import { type Departure, forgetDeparture, leftMsAgo, noteDeparture } from './departures.ts'
import { moveSite } from './move-site.ts'
import type { Desks } from './read-availability.ts'
import { noteSiteLoad, readSiteLoads } from './site-loads.ts'

/** Left out: as the product ships it. */
export type SiteLeaverOptions = Partial<LeavePolicy> & { lookMs?: number }

const LOOK_MS = 2000
const WORDS: Readonly<Record<LeaveReason, string>> = {
  attack: '攻击持续、降级后仍满载，自动移交 / attacked and full although everything else is left out',
  overload:
    '降级后仍满载、备用机房有余量，自动移交 / full although everything else is left out, and the other site has room',
}

/**
 * Says how much there is to do at this site, and hands the lead of a shop over where this site is too full and the one in step is not
 * (P7.08, P7.15). One shop at a time: of several the rest may fit once it has gone.
 */
class SiteLeaver {
  private readonly context: Context
  private readonly site: string
  private readonly desks: Desks
  private readonly policy: LeavePolicy
  private fullSince: number | null = null
  private isLooking = false

  constructor(context: Context, site: string, desks: Desks, policy: Partial<LeavePolicy>) {
    this.context = context
    this.site = site
    this.desks = desks
    this.policy = { ...DEFAULT_LEAVE_POLICY, ...policy }
  }

  /** `now` in ms that only grow. Never rejects: what could not be done is tried again in the next look. */
  async look(now: number): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    await this.lookOnce(now).catch((cause: unknown) => this.context.log.warn({ cause }, 'leaving a site'))
    this.isLooking = false
  }

  private async lookOnce(now: number): Promise<void> {
    const { desk } = this.desks
    this.fullSince = fullSinceAt(this.fullSince, desk.isFull, now)
    await noteSiteLoad(this.context, this.site, { level: desk.ofLoad, busy: desk.busyShare })
    const fullMs = this.fullSince === null ? null : now - this.fullSince
    if (fullMs === null || fullMs < this.policy.enduredMs) return
    for (const store of this.ledStores())
      if (await this.leave(store, fullMs)) {
        this.fullSince = null
        return
      }
  }

  /** Those that are attacked first, then those with the most orders. */
  private ledStores(): readonly string[] {
    const { attacks, watch } = this.desks
    const weight = (store: string): number =>
      attacks.now(store).isUnderAttack ? Number.POSITIVE_INFINITY : (watch.ordersByStore.get(store) ?? 0)
    return siteKeeperOf(this.context)
      .ledStores()
      .map((store) => ({ store, weight: weight(store) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ store }) => store)
  }

  private async leave(store: string, fullMs: number): Promise<boolean> {
    const { context, site, desks, policy } = this
    const lease = await siteKeeperOf(context).keeperOf(store).readLease()
    const loads = await readSiteLoads(context)
    const decided = decideLeave(
      {
        fullMs,
        isUnderAttack: desks.attacks.now(store).isUnderAttack,
        leftMsAgo: await leftMsAgo(context, store),
        other: lease?.follower ? loads.get(lease.follower) : undefined,
      },
      policy,
    )
    if (!decided.ok || lease?.leader !== site) return false
    return this.go({ store, site, epoch: lease.epoch, why: decided.value })
  }

  private async go(departure: Departure): Promise<boolean> {
    const { context } = this
    const { store, why } = departure
    const refused = this.desks.desk.sinceFull
    await noteDeparture(context, departure)
    try {
      const move = { move: 'hand_over', reason: WORDS[why], acceptLoss: false } as const
      await moveSite(context, { store, actor: 'system' }, move)
    } catch (cause) {
      await forgetDeparture(context, departure)
      throw cause
    }
    context.log.warn({ ...departure }, 'this site was too full and has handed a shop over')
    await this.report(store, refused)
    return true
  }

  /** The contingency plan against a site that fails starts by this figure, and its first step is to check the switch. */
  private async report(
    store: string,
    { orders, ordersFull }: Pick<ServiceReading, 'orders' | 'ordersFull'>,
  ): Promise<void> {
    if (orders === 0) return
    const reading = { metric: 'siteErrorRate', value: Math.min(1, ordersFull / orders), sample: orders }
    await takeReading(this.context, { store, actor: 'system', role: 'technology' }, reading)
  }
}

/** Looks after it for as long as the server runs; a server that stands alone has nowhere to go. */
export function leaveFullSite(
  app: FastifyInstance,
  context: Context,
  desks: Desks,
  { lookMs = LOOK_MS, ...policy }: SiteLeaverOptions = {},
): void {
  const { site } = context.settings
  if (!site) return
  const leaver = new SiteLeaver(context, site, desks, policy)
  let timer: NodeJS.Timeout | undefined
  app.addHook('onReady', async () => {
    timer = setInterval(() => void leaver.look(performance.now()), lookMs)
    timer.unref()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}
