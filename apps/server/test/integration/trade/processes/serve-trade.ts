import { buildApp } from '../../../../src/app.ts'
import { createEventKey } from '../../../../src/modules/admin/event-keys.ts'
import { createStore } from '../../../../src/modules/admin/stores.ts'
import { serveTradeCores } from '../../../../src/modules/trade/core/serve-cores.ts'
import { openTradeItem } from '../../../../src/modules/trade/items/open-item.ts'
import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** A server with the shop `shop`, an item and a key of its order core, all of which it says once it listens. */
const context = await openContext(readSettings(process.env))
await createStore(context, { id: 'shop', name: '店铺' }, { actor: 'test' })
const { secret } = await createEventKey(context, 'shop', { name: 'test', scope: 'trade:write' }, { actor: 'test' })
const caller = { store: 'shop', actor: 'test', role: 'owner' } as const
const { number } = await openTradeItem(context, caller, { item: 'hot', stock: 100_000_000 })
await serveTradeCores(context)
const address = await buildApp(context).listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url: `${address}/v1/stores/shop/trade/commands`, secret, number })}\n`)
