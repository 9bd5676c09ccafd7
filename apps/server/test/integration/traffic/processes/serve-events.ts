import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp } from '../../../../src/app.ts'
import { createEventKey } from '../../../../src/modules/admin/event-keys.ts'
import { saveRows } from '../../../../src/modules/admin/resources/save-rows.ts'
import { createStore, getStore, listStores } from '../../../../src/modules/admin/stores.ts'
import { addFromLibrary, runRound } from '../../../../src/modules/live/alerts/index.ts'
import { SHOP_READINGS } from '../../../../src/modules/live/alerts/series/shop-readings.ts'
import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** Two moments at which the hourly rule is due in turn. */
const ROUNDS = [new Date('2024-09-03T02:00:00.000Z'), new Date('2024-09-03T03:01:00.000Z')] as const
const CALLER = { store: 'shop', actor: 'test', role: 'owner' as const }

const context = await openContext(readSettings(process.env))

async function firstStart(): Promise<void> {
  await createStore(context, { id: 'shop', name: '店铺' }, { actor: 'test' })
  await addFromLibrary(context, CALLER, ['dsrlogistics-green'])
  const data = { day: '2024-09-02', reading: 'dsrLogistics', value: 4.6, industry: 4.8, source: '千牛' }
  await saveRows(context, SHOP_READINGS, CALLER, { rows: [{ line: 1, data }], reason: '' })
}

/** Twice a second, so that a kill may fall into a round without the rounds taking the place of the burst. */
const EVERY_MS = 500

/** A server with the shop `shop` and a fresh event key, both of which it says once it listens; its alerts are judged all the while. */
if ((await listStores(context)).length === 0) await firstStart()
const store = await getStore(context, 'shop')
await runRound(context, store, ROUNDS[0])
const { secret } = await createEventKey(context, 'shop', { name: 'test' }, { actor: 'test' })
const address = await buildApp(context).listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url: `${address}/v1/stores/shop/events`, secret })}\n`)
for (;;)
  for (const now of ROUNDS) {
    await runRound(context, store, now)
    await sleep(EVERY_MS)
  }
