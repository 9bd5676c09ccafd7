import type { Context } from '../../../context.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { itemBookOf } from './item-book.ts'

/** Units of items that are free to be ordered as of now, by name. Shape: a name without stock in the order core is not there. */
export async function readFreeUnits(
  context: Context,
  store: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const book = itemBookOf(context, store)
  await book.know(names)
  const booked = [...new Set(names)].flatMap((name) => book.named(name) ?? [])
  if (booked.length === 0) return new Map()
  const core = await tradeCoreOf(context, store)
  const stocks = await Promise.all(booked.map(({ number }) => core.readItem(number)))
  return new Map(
    booked.flatMap(({ item }, i) => {
      const stock = stocks[i]
      return stock ? [[item, stock.free] as const] : []
    }),
  )
}
