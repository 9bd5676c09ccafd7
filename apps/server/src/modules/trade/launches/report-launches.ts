import type { LaunchLot, LaunchReport, LaunchReports, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { itemBookOf } from '../items/item-book.ts'
import { lotOf } from '../items/lot.ts'
import { readTradeItem } from '../items/read-item.ts'
import { readExposure } from './read-exposure.ts'
import { type Launch, readLaunches } from './read-launches.ts'

async function lotsOf(context: Context, store: string, { sku, allocation }: Launch): Promise<LaunchLot[]> {
  const book = itemBookOf(context, store)
  await book.know(Object.keys(allocation).map((channel) => lotOf(sku, channel)))
  const lots: LaunchLot[] = []
  for (const [channel, allocated] of Object.entries(allocation)) {
    const item = lotOf(sku, channel)
    const stock = book.named(item) ? await readTradeItem(context, store, item) : null
    lots.push({
      channel,
      allocated,
      isOpened: stock !== null,
      free: stock?.free ?? null,
      held: stock?.held ?? null,
      sold: stock?.sold ?? null,
    })
  }
  // The store of the declaration does not keep the order in which channels were written.
  return lots.sort((a, b) => b.allocated - a.allocated || a.channel.localeCompare(b.channel))
}

function stateOf({ isOn, opensAt }: Launch, lots: readonly LaunchLot[], now: number): LaunchReport['state'] {
  if (!isOn) return 'off'
  if (now < opensAt) return 'planned'
  return lots.every(({ free }) => free === 0) ? 'soldOut' : 'onSale'
}

/** Every launch of the shop: what each channel has left, and how often it was seen against a launch like it (P5.07). */
export async function reportLaunches(context: Context, store: Store, asker?: Asker): Promise<LaunchReports> {
  const launches = []
  for (const launch of await readLaunches(context, store)) {
    const { code, name, kind, sku, item, opensAt, buyerLimit, searchWeight, seeding } = launch
    const lots = await lotsOf(context, store.id, launch)
    launches.push({
      ...{ code, name, kind, sku, item, buyerLimit, searchWeight, seeding, lots },
      opensAt: new Date(opensAt).toISOString(),
      state: stateOf(launch, lots, context.clock.now().getTime()),
      exposure: await readExposure(context, store, launch, asker),
    })
  }
  return { launches }
}
