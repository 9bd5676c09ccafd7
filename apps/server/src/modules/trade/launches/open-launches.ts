import type { TradeTerms } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { getStore } from '../../admin/stores.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { itemBookOf } from '../items/item-book.ts'
import { lotOf } from '../items/lot.ts'
import { openTradeItem } from '../items/open-item.ts'
import { type Launch, readLaunches, storesWithLaunches } from './read-launches.ts'

/** Units are given to the channels so long before the instant; that nobody buys earlier is the core's own decision, to the millisecond. */
const AHEAD_MS = 86_400_000

/** Nothing is sold of it: a person's limit is counted with it, over all channels and those that are added later. */
const LIMITS = ''

type Lot = { channel: string; stock: number; terms: TradeTerms }

function lotsOf({ sku, allocation, buyerLimit, opensAt }: Launch): Lot[] {
  const terms = { buyerLimit, opensAt: new Date(opensAt).toISOString() }
  const limitGroup = lotOf(sku, LIMITS)
  const channels = Object.entries(allocation)
  return [
    { channel: LIMITS, stock: 0, terms },
    ...channels.map(([channel, stock]) => ({ channel, stock, terms: { ...terms, limitGroup } })),
  ]
}

async function openLots(context: Context, store: string, launch: Launch): Promise<void> {
  const { sku, name } = launch
  const book = itemBookOf(context, store)
  for (const { channel, stock, terms } of lotsOf(launch)) {
    const item = lotOf(sku, channel)
    await book.know([item])
    if (book.named(item)) continue
    const lot = { item, title: `${name} · ${channel || '限购'}`, stock, terms }
    try {
      await openTradeItem(context, { store, actor: 'system', role: 'owner' }, lot)
    } catch (cause) {
      // Somebody opened it between the look and the word.
      if (!(cause instanceof ApiFailure) || cause.code !== 'duplicate_key') throw cause
    }
  }
}

/** Gives the channels of launches that come up within a day their units, under terms that open at the launch's instant (P5.07). */
export async function openLaunches(context: Context, { now, signal }: TickRound): Promise<void> {
  for (const id of await storesWithLaunches(context)) {
    const due = (await readLaunches(context, await getStore(context, id))).filter(
      ({ isOn, opensAt }) => isOn && opensAt - now.getTime() <= AHEAD_MS,
    )
    for (const launch of due) {
      if (signal.aborted) return
      await openLots(context, id, launch)
    }
  }
}

export const OPEN_LAUNCHES: TickJob = { id: 'launches', everySeconds: 10, run: openLaunches }
