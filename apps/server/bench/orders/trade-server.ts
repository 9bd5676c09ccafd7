/**
 * A real server on a fresh folder with one shop that takes orders, in a process of its own as in production.
 * Sends `{ address, secret, socket }` when it listens, ends on `stop`.
 */
import { join } from 'node:path'
import { createEventKey } from '../../src/modules/admin/event-keys.ts'
import { createStore } from '../../src/modules/admin/stores.ts'
import '../../src/modules/trade/core/inline-decisions.ts'
import { serveTradeCores } from '../../src/modules/trade/core/serve-cores.ts'
import { openTradeItem } from '../../src/modules/trade/items/open-item.ts'
import { serve } from '../../src/serve.ts'
import { readSettings } from '../../src/settings.ts'

const STORE = 'bench'
const ITEMS = 100
const actor = 'bench'

const settings = readSettings({
  ...process.env,
  PORT: '0',
  LOG_LEVEL: 'silent',
  ZHANGGUI_TRADE_WIRE: `${STORE}=unix`,
  ZHANGGUI_TRADE_ORDERS: String(1 << 20),
})
const running = await serve(settings, { demo: false, print: () => undefined })
const { context } = running
await createStore(context, { id: STORE, name: STORE }, { actor })
const { secret } = await createEventKey(context, STORE, { name: 'bench', scope: 'trade:write' }, { actor })
for (let item = 1; item <= ITEMS; item++)
  await openTradeItem(
    context,
    { store: STORE, actor, role: 'owner' },
    { item: `${item}`, stock: 1_000_000, terms: { buyerLimit: 2 } },
  )
await serveTradeCores(context)

process.on('message', async (message) => {
  if (message !== 'stop') return
  await running.close()
  process.disconnect()
})
process.send?.({
  address: running.address,
  secret,
  items: ITEMS,
  socket: join(settings.home, 'trade', STORE, 'core.sock'),
})
