import type { LaunchLot, LaunchReport, LaunchReports, Store } from '@zhanggui/contract'
import { boostAt, sumSeeding } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { itemBookOf } from '../items/item-book.ts'
import { lotOf } from '../items/lot.ts'
import { readTradeItem } from '../items/read-item.ts'
import { readExposure, readOwnExposures, readSearch } from './read-exposure.ts'
import { type Launch, readLaunches } from './read-launches.ts'
import { readSeeding, readSeedings } from './read-seeding.ts'

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
  const launches: LaunchReport[] = []
  const now = context.clock.now().getTime()
  const seedings = await readSeedings(context, store.id)
  const declared = await readLaunches(context, store)
  for (const launch of declared) {
    const { code, name, kind, sku, item, opensAt, buyerLimit, searchWeight, seeding, boost, weightUntil } = launch
    const creators = await readSeeding(context, store, launch, seedings)
    const lots = await lotsOf(context, store.id, launch)
    launches.push({
      ...{ code, name, kind, sku, item, buyerLimit, searchWeight, seeding, lots },
      opensAt: new Date(opensAt).toISOString(),
      state: stateOf(launch, lots, now),
      exposure: await readExposure(context, store, launch, asker),
      boost: {
        now: launch.isOn ? boostAt(boost, now) : 1,
        until: weightUntil,
        search: await readSearch(context, store, launch, asker),
      },
      creators,
      seeded: sumSeeding(creators, await readOwnExposures(context, store, launch, asker)),
    })
  }
  const codes = new Set(declared.map(({ code }) => code))
  const strays = new Set(seedings.map(({ launch }) => launch).filter((code) => !codes.has(code)))
  return { launches, strays: [...strays].sort() }
}
