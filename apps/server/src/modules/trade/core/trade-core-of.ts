import type { Context } from '../../../context.ts'
import { redisCoreOf } from '../cluster/redis-core-of.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'
import { coreFolder, hasCore } from './core-folder.ts'
import { openCore } from './open-core.ts'
import type { LocalCore, TradeCore } from './trade-core.ts'

type Cores = Map<string, Promise<LocalCore>>

const TRY_AGAIN_MS = 10_000

// By the store of records and not by the context: tests wrap contexts, an installation has its stores once.
const coresOf = new WeakMap<Context['records'], Cores>()

function coresFor(context: Context): Cores {
  const known = coresOf.get(context.records)
  if (known) return known
  const cores: Cores = new Map()
  coresOf.set(context.records, cores)
  context.onClose(async () => {
    for (const opening of cores.values()) await (await opening.catch(() => undefined))?.close()
  })
  return cores
}

/** Has the shop an order core already? Whoever only looks need not make one. */
export const hasTradeCore = (context: Context, store: string): boolean =>
  context.settings.redisUrls.length > 0 ||
  hasCore(coreFolder(context.settings.home, store)) ||
  (context.settings.site !== undefined && siteKeeperOf(context).hasLease(store))

/**
 * The order core of a shop, made or opened by the first who asks and closed with the context.
 * Errors: rejects with `ApiFailure` `trade_damaged` where what is on disk cannot be believed, tried again after ten seconds;
 * `trade_elsewhere` where another site decides.
 */
export const tradeCoreOf = (context: Context, store: string): Promise<TradeCore> =>
  context.settings.redisUrls.length > 0 ? redisCoreOf(context, store) : localCoreOf(context, store)

/** As `tradeCoreOf`, for who serves frames from it. */
export function localCoreOf(context: Context, store: string): Promise<LocalCore> {
  if (context.settings.site) return siteKeeperOf(context).coreOf(store)
  const cores = coresFor(context)
  const known = cores.get(store)
  if (known) return known
  // A core that did not open or whose thread has ended is opened anew by the next who asks.
  const forget = (): void => {
    if (cores.get(store) === opening) cores.delete(store)
  }
  const opening = openCore(context, store, { onEnd: forget })
  cores.set(store, opening)
  // A page that looks every second must not have a damaged journal replayed every second.
  opening.catch(() => setTimeout(forget, TRY_AGAIN_MS).unref())
  return opening
}
