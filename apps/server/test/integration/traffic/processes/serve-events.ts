import { buildApp } from '../../../../src/app.ts'
import { createEventKey } from '../../../../src/modules/admin/event-keys.ts'
import { createStore, findStore } from '../../../../src/modules/admin/stores.ts'
import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** A server with the shop `shop` and a fresh event key, both of which it says once it listens. */
const context = await openContext(readSettings(process.env))
if (!(await findStore(context, 'shop'))) await createStore(context, { id: 'shop', name: '店铺' }, { actor: 'test' })
const { secret } = await createEventKey(context, 'shop', { name: 'test' }, { actor: 'test' })
const address = await buildApp(context).listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url: `${address}/v1/stores/shop/events`, secret })}\n`)
