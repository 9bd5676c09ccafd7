import { type OrderReceived, ReceiveOrder, type Store } from '@zhanggui/contract'
import { businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { orderMoved } from '../orders/order-moved.ts'
import { lockOrder } from '../orders/order-rows.ts'
import { receiveCards } from './move-cards.ts'

/**
 * The goods of an order have come, by default today: the days in which they may go back begin, after which its rebate cards are
 * issued. The first report holds.
 * Errors: throws `not_found`, `order_moved` for an order that is not paid, `invalid_request` for a day that has not come.
 */
export async function receiveOrder(
  context: Context,
  store: Store,
  given: { orderId: string; input: ReceiveOrder },
): Promise<OrderReceived> {
  const { orderId } = given
  const { day } = parseInput(ReceiveOrder, given.input)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const receivedDay = day === undefined ? today : parseDay(day)
  if (receivedDay > today) throw new ApiFailure('invalid_request', { where: 'day: not after today' })
  return context.records.transaction(async (tx) => {
    const row = await lockOrder(tx, store.id, orderId)
    if (row.state !== 'paid') throw orderMoved(orderId, row.state)
    const cards = await receiveCards(tx, row, receivedDay)
    return { orderId, cards: cards.map(({ rule, issueDay }) => ({ ruleId: rule, issueDay })) }
  })
}
