import { DEFAULT_OPTIONS } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { openInProcessCore } from './in-process-core.ts'
import { MemoryDisk } from './memory-disk.ts'
import type { TradeCore } from './trade-core.ts'

type Cores = Map<string, Promise<TradeCore>>

const coresOf = new WeakMap<Context['records'], Cores>()

function openCores(context: Context): Cores {
  const cores: Cores = new Map()
  coresOf.set(context.records, cores)
  context.onClose(async () => {
    for (const opening of cores.values()) await (await opening.catch(() => undefined))?.close()
  })
  return cores
}

async function openCore(context: Context): Promise<TradeCore> {
  return openInProcessCore({
    disk: new MemoryDisk(),
    options: DEFAULT_OPTIONS,
    clocks: { now: () => context.clock.now().getTime(), elapsed: () => performance.now() },
    queueMax: 65_536,
  })
}

/**
 * The order core of a shop, opened by the first who asks and closed with the context.
 * Errors: rejects with `ApiFailure` `trade_damaged` where what is on disk cannot be believed; it is tried again at the next call.
 */
export function tradeCoreOf(context: Context, store: string): Promise<TradeCore> {
  const cores = coresOf.get(context.records) ?? openCores(context)
  const known = cores.get(store)
  if (known) return known
  const opening = openCore(context)
  cores.set(store, opening)
  opening.catch(() => cores.delete(store))
  return opening
}
