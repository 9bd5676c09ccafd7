import type { TradeItemPage, TradeItemQuery } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { itemBookOf } from './item-book.ts'
import { presentItem } from './present-item.ts'

/** Items of a shop in the order in which they were opened, with their units as of now. */
export async function listTradeItems(
  context: Context,
  store: string,
  { q, offset, limit }: TradeItemQuery,
): Promise<TradeItemPage> {
  const book = itemBookOf(context, store)
  await book.reload()
  const found = book.all().filter(({ item, title }) => item.includes(q) || title.includes(q))
  if (found.length === 0) return { total: 0, items: [] }
  const core = await tradeCoreOf(context, store)
  const page = found.slice(offset, offset + limit)
  const stocks = await Promise.all(page.map(({ number }) => core.readItem(number)))
  const items = page.flatMap((booked, i) => {
    const stock = stocks[i]
    return stock ? [presentItem(booked, stock)] : []
  })
  return { total: found.length, items }
}
