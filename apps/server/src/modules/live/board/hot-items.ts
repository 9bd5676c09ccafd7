import type { LiveItem } from '@zhanggui/contract'
import type { RankedItem } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { labelsFor } from '../../insight/value-labels.ts'

/** Places of the hot list. */
export const HOT_ITEMS = 100

/** Titles by item id; an item without one is called by its id. */
export async function readTitles(
  context: Context,
  store: string,
  items: readonly string[],
): Promise<Map<string, string>> {
  const rows = items.map((item) => ({ item }))
  const labels = await labelsFor(context, store, { by: ['item'], rows, occasions: [] })
  return new Map(items.map((item) => [item, labels?.item?.[item] ?? item]))
}

export const titled = (rows: readonly RankedItem[], titles: ReadonlyMap<string, string>): LiveItem[] =>
  rows.map(({ rank, item, units, paidCents, views }) => ({
    rank,
    item,
    title: titles.get(item) ?? item,
    units,
    paidCents,
    views,
  }))
