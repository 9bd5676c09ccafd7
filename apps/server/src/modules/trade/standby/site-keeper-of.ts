import { assert } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { listStores } from '../../admin/stores.ts'
import { coreFolder } from '../core/core-folder.ts'
import { openCore, SNAPSHOT_BYTES } from '../core/open-core.ts'
import type { LocalCore } from '../core/trade-core.ts'
import { followInThread } from './follow-in-thread.ts'
import { SiteKeeper } from './site-keeper.ts'
import { siteLeases } from './site-leases.ts'

/** A follower that has not confirmed an answer within this part of the lease is declared lost. */
const FOLLOWER_PART = 5
/** A shop that was opened at another site is found within so long. */
const STORES_MS = 2000

/** The keepers of all shops of this site. */
export class SiteKeepers {
  private readonly context: Context
  private readonly keepers = new Map<string, SiteKeeper>()
  private timer: NodeJS.Timeout | undefined

  /** Told of every core that leads, as soon as it does. */
  onLead: (store: string, core: LocalCore) => Promise<void> = async () => undefined

  constructor(context: Context) {
    this.context = context
    context.onClose(async () => {
      clearInterval(this.timer)
      await Promise.all([...this.keepers.values()].map((keeper) => keeper.close()))
    })
  }

  /** Looks after every shop from here on; resolves when each was looked at once. */
  async watch(): Promise<void> {
    this.timer ??= setInterval(() => void this.watchAll().catch(() => undefined), STORES_MS)
    await this.watchAll()
  }

  coreOf(store: string): Promise<LocalCore> {
    return this.keeperOf(store).coreOf()
  }

  /** Does any site decide orders of this shop, as far as is known here? */
  hasLease(store: string): boolean {
    return this.keepers.get(store)?.lease !== undefined
  }

  keeperOf(store: string): SiteKeeper {
    const known = this.keepers.get(store)
    if (known) return known
    const keeper = this.newKeeper(store)
    this.keepers.set(store, keeper)
    return keeper
  }

  /** Shops whose orders are decided here. */
  ledStores(): readonly string[] {
    return [...this.keepers].filter(([, { roleNow }]) => roleNow === 'leading').map(([store]) => store)
  }

  /** True where another site decides and this one decides nothing: then it is not the one to do what is due by the clock either. */
  get isIdle(): boolean {
    const roles = [...this.keepers.values()].filter(({ lease }) => lease !== undefined)
    return roles.length > 0 && roles.every(({ roleNow }) => roleNow !== 'leading')
  }

  private async watchAll(): Promise<void> {
    const stores = await listStores(this.context)
    await Promise.all(
      stores.map(async ({ id }) => {
        if (this.keepers.has(id)) return
        const keeper = this.keeperOf(id)
        await keeper.look()
        keeper.watch()
      }),
    )
  }

  private newKeeper(store: string): SiteKeeper {
    const { context } = this
    const { settings, log } = context
    assert(
      settings.site && settings.databaseUrl,
      'a site has a name and shares its records, which the settings have checked',
    )
    const { site, databaseUrl, siteHost: host, siteLeaseMs: leaseMs } = settings
    const folder = coreFolder(settings.home, store)
    const common = { store, site, host, leaseMs, followerMs: leaseMs / FOLLOWER_PART, databaseUrl }
    const onTrouble = (message: string): void => log.warn({ store, site, message }, 'order core of another site')
    return new SiteKeeper({
      store,
      site,
      folder,
      leaseMs,
      leases: siteLeases(context, store),
      open: async (lead, onEnd) => {
        const core = await openCore(context, store, { onEnd, site: { ...common, ...lead } })
        await this.onLead(store, core).catch((cause: unknown) => onTrouble(String(cause)))
        return core
      },
      follow: (leader, onEnd) =>
        followInThread({ site, folder, snapshotBytes: SNAPSHOT_BYTES, ...leader }, { onEnd, onTrouble }),
      onNews: (news, facts) => log.warn({ store, site, ...facts }, news),
    })
  }
}

const keepersOf = new WeakMap<Context['records'], SiteKeepers>()

/** The keepers of this site, closed with the context. */
export function siteKeeperOf(context: Context): SiteKeepers {
  const known = keepersOf.get(context.records)
  if (known) return known
  const keepers = new SiteKeepers(context)
  keepersOf.set(context.records, keepers)
  return keepers
}
