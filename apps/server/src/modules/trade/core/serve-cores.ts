import { join } from 'node:path'
import type { Context } from '../../../context.ts'
import { findEventKey } from '../../admin/event-keys.ts'
import { listStores } from '../../admin/stores.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'
import type { WirePlace } from '../wire/wire-server.ts'
import { coreFolder } from './core-folder.ts'
import { hasTradeCore, localCoreOf, tradeCoreOf } from './trade-core-of.ts'

const SOCKET_FILE = 'core.sock'

function placeOf({ settings }: Context, store: string, where: number | 'unix'): WirePlace {
  if (where === 'unix') return { path: join(coreFolder(settings.home, store), SOCKET_FILE) }
  return { host: settings.host, port: where }
}

/** Serves binary frames of a shop where its setting says so. Errors: rejects where the place cannot be listened on. */
async function listen(context: Context, store: string, openCore = () => localCoreOf(context, store)): Promise<void> {
  const where = context.settings.tradeWire.get(store)
  if (where === undefined) return
  const core = await openCore()
  const place = placeOf(context, store, where)
  await core.listen(place, async (secret) => {
    const key = await findEventKey(context, secret)
    return key?.store.id === store && key.scope === 'trade:write'
  })
  context.log.info({ store, ...place }, 'order core listens for frames')
}

async function serveCore(context: Context, store: string): Promise<void> {
  if (hasTradeCore(context, store)) await tradeCoreOf(context, store)
  await listen(context, store)
}

/** Frames are taken by the site that leads, from when it does. */
async function serveSite(context: Context): Promise<void> {
  const keepers = siteKeeperOf(context)
  keepers.onLead = (store, core) => listen(context, store, async () => core)
  await keepers.watch()
}

/**
 * Opens the cores of the shops that have one, so that their orders lapse in time though nobody has asked yet, and the wires that
 * are set. A shop whose core does not start is logged and leaves the others running; its page says what is wrong.
 */
export async function serveTradeCores(context: Context): Promise<void> {
  if (context.settings.site) return serveSite(context)
  for (const { id } of await listStores(context))
    await serveCore(context, id).catch((cause) => context.log.error({ store: id, cause }, 'order core did not start'))
}
