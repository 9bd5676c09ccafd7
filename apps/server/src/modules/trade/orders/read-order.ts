import type { TradeOrder } from '@zhanggui/contract'
import type { OrderView } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { hasTradeCore, tradeCoreOf } from '../core/trade-core-of.ts'
import { type ItemBook, itemBookOf } from '../items/item-book.ts'
import { idOfText, textOfId } from '../trade-id.ts'

/** Who ordered is not told: the core knows keyed hashes alone. */
function present(book: ItemBook, order: OrderView): TradeOrder {
  const { id, state, presale, depositPaid, amountCents, deadline, lines } = order
  return {
    id: textOfId(id),
    state,
    presale,
    depositPaid,
    amountCents,
    deadline: new Date(deadline).toISOString(),
    lines: lines.map(({ item: number, ...line }) => {
      const { item = String(number), title = '' } = book.numbered(number) ?? {}
      return { item, title, ...line }
    }),
  }
}

/** Errors: throws `not_found` for an order that never was or is past its retention, `trade_damaged`. */
export async function readTradeOrder(context: Context, store: string, id: string): Promise<TradeOrder> {
  const unknown = (): ApiFailure => new ApiFailure('not_found', { what: `trade/orders/${id}` })
  if (!hasTradeCore(context, store)) throw unknown()
  const order = await (await tradeCoreOf(context, store)).readOrder(idOfText(id))
  if (!order) throw unknown()
  const book = itemBookOf(context, store)
  await book.reload()
  return present(book, order)
}
