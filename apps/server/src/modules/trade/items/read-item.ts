import type { TradeItem } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { itemBookOf } from './item-book.ts'
import { bookedItem } from './number-of.ts'
import { presentItem } from './present-item.ts'

/** Where the units of an item are now. Errors: throws `not_found`, `trade_damaged`. */
export async function readTradeItem(context: Context, store: string, item: string): Promise<TradeItem> {
  const book = itemBookOf(context, store)
  await book.know([item])
  const booked = bookedItem(book, item)
  const stock = await (await tradeCoreOf(context, store)).readItem(booked.number)
  if (!stock) throw new ApiFailure('not_found', { what: `trade/items/${item}` })
  return presentItem(booked, stock)
}
