import { createEventKey } from '../../../../src/modules/admin/event-keys.ts'
import { createStore, listStores } from '../../../../src/modules/admin/stores.ts'
import type { ProtectionPolicy } from '../../../../src/modules/trade/availability/protection-policy.ts'
import { openTradeItem } from '../../../../src/modules/trade/items/open-item.ts'
import { serve } from '../../../../src/serve.ts'
import { readSettings } from '../../../../src/settings.ts'
import { insertFacts } from '../../insight/insert-facts.ts'

/**
 * A site that shares its records with others, until SIGTERM. The first one makes the shop `shop`, an item and a key of its core. Says
 * its address, and the key where it made one, in one line once it listens. Argument: bounds of what stands before orders, as JSON.
 */
const protection: ProtectionPolicy = JSON.parse(process.argv[2] ?? '{}')
const running = await serve(readSettings(process.env), { demo: false, print: () => undefined, protection })
const { context, address } = running

const isFirst = (await listStores(context)).length === 0
if (isFirst) await createStore(context, { id: 'shop', name: '店铺' }, { actor: 'test' })
// Facts of an embedded engine stay at their site, so each is told what the item costs.
const HOT = { store: 'shop', item_id: 'hot', sku_id: '', title: '热卖', list_cents: 100, on_sale: 1, version: 1 }
await insertFacts(context, 'items', [HOT])

async function openShop(): Promise<string> {
  const { secret } = await createEventKey(context, 'shop', { name: 'test', scope: 'trade:write' }, { actor: 'test' })
  const caller = { store: 'shop', actor: 'test', role: 'owner' } as const
  await openTradeItem(context, caller, { item: 'hot', stock: 1_000_000 })
  return secret
}

process.once('SIGTERM', () => void running.close().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ address, secret: isFirst ? await openShop() : undefined })}\n`)
