import type { Context } from '../../../context.ts'
import { systemClock } from '../../../system-clock.ts'
import { openLedCore } from '../standby/open-led-core.ts'
import type { ThreadLead } from '../standby/open-thread-lead.ts'
import { siteLeases } from '../standby/site-leases.ts'
import { coreFolder, hasCore, makeCoreFolder, optionsFor, readCoreOptions } from './core-folder.ts'
import { FileDisk } from './file-disk.ts'
import { coreOfRuntime, openInProcessCore } from './in-process-core.ts'
import { openThreadCore } from './thread-core.ts'
import type { LocalCore } from './trade-core.ts'

/** Commands that may wait for one core: more than this is answered `busy`. Eight full frames, a tenth of a second at the pace measured. */
const QUEUE_MAX = 65_536

/** A start replays so much at most, about: two and a half million decisions, some three seconds. */
export const SNAPSHOT_BYTES = 256 * 1024 * 1024

/** `onEnd`: a core that was there is gone, by `close` or by itself. `site`: it leads for a shop that another site may follow. */
type Opening = { onEnd: () => void; site?: ThreadLead }

/**
 * Opens the order core of a shop on its folder, which is made where there is none.
 * Errors: rejects with `ApiFailure` `trade_damaged`; `trade_stopped` where another site leads by now.
 */
export async function openCore(context: Context, store: string, { onEnd, site }: Opening): Promise<LocalCore> {
  const { settings, clock, log } = context
  const folder = coreFolder(settings.home, store)
  if (!hasCore(folder)) makeCoreFolder(folder, optionsFor(settings.tradeOrders))
  const onTrouble = (message: string): void => log.error({ store, message }, 'order core')
  const order = { folder, options: readCoreOptions(folder), queueMax: QUEUE_MAX, snapshotBytes: SNAPSHOT_BYTES }
  // A clock that is not the system's cannot be handed to a thread.
  if (settings.tradeThread && clock === systemClock)
    return openThreadCore(site ? { ...order, site } : order, { onTrouble, onEnd })
  const given = {
    ...order,
    clocks: { now: () => clock.now().getTime(), elapsed: () => performance.now() },
    onTrouble: ({ message }: { message: string }) => onTrouble(message),
  }
  if (!site)
    return openInProcessCore({ ...given, store: { disk: new FileDisk(folder), folder, snapshotBytes: SNAPSHOT_BYTES } })
  const leads: { core?: LocalCore } = {}
  const endLead = (why: string): void => {
    onTrouble(`this site leads no more (${why})`)
    void leads.core?.close().finally(onEnd)
  }
  const runtime = await openLedCore({ ...given, lead: site, leases: siteLeases(context, store), onEnd: endLead })
  leads.core = coreOfRuntime(runtime, given)
  return leads.core
}
