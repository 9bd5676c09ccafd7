import type { Context } from '../../../context.ts'
import { systemClock } from '../../../system-clock.ts'
import { redisCoreOf } from '../cluster/redis-core-of.ts'
import { coreFolder, hasCore, makeCoreFolder, optionsFor, readCoreOptions } from './core-folder.ts'
import { FileDisk } from './file-disk.ts'
import { openInProcessCore } from './in-process-core.ts'
import { openThreadCore } from './thread-core.ts'
import type { LocalCore, TradeCore } from './trade-core.ts'

type Cores = Map<string, Promise<LocalCore>>

/** Commands that may wait for one core: more than this is answered `busy`. Eight full frames, a tenth of a second at the pace measured. */
const QUEUE_MAX = 65_536

/** A start replays so much at most, about: two and a half million decisions, some three seconds. */
const SNAPSHOT_BYTES = 256 * 1024 * 1024

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

async function openCore(context: Context, store: string, onEnd: () => void): Promise<LocalCore> {
  const { settings, clock, log } = context
  const folder = coreFolder(settings.home, store)
  if (!hasCore(folder)) makeCoreFolder(folder, optionsFor(settings.tradeOrders))
  const options = readCoreOptions(folder)
  const order = { folder, options, queueMax: QUEUE_MAX, snapshotBytes: SNAPSHOT_BYTES }
  const onTrouble = (message: string): void => log.error({ store, message }, 'order core')
  // A clock that is not the system's cannot be handed to a thread.
  if (settings.tradeThread && clock === systemClock) return openThreadCore(order, { onTrouble, onEnd })
  return openInProcessCore({
    store: { disk: new FileDisk(folder), folder, snapshotBytes: SNAPSHOT_BYTES },
    options,
    clocks: { now: () => clock.now().getTime(), elapsed: () => performance.now() },
    queueMax: QUEUE_MAX,
    onTrouble: ({ message }) => onTrouble(message),
  })
}

/** Has the shop an order core already? Whoever only looks need not make one. */
export const hasTradeCore = (context: Context, store: string): boolean =>
  context.settings.redisUrls.length > 0 || hasCore(coreFolder(context.settings.home, store))

/**
 * The order core of a shop, made or opened by the first who asks and closed with the context.
 * Errors: rejects with `ApiFailure` `trade_damaged` where what is on disk cannot be believed; tried again after ten seconds.
 */
export const tradeCoreOf = (context: Context, store: string): Promise<TradeCore> =>
  context.settings.redisUrls.length > 0 ? redisCoreOf(context, store) : localCoreOf(context, store)

/** As `tradeCoreOf`, for who serves frames from it. */
export function localCoreOf(context: Context, store: string): Promise<LocalCore> {
  const cores = coresFor(context)
  const known = cores.get(store)
  if (known) return known
  // A core that did not open or whose thread has ended is opened anew by the next who asks.
  const forget = (): void => {
    if (cores.get(store) === opening) cores.delete(store)
  }
  const opening = openCore(context, store, forget)
  cores.set(store, opening)
  // A page that looks every second must not have a damaged journal replayed every second.
  opening.catch(() => setTimeout(forget, TRY_AGAIN_MS).unref())
  return opening
}
