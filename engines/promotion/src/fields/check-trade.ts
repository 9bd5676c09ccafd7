import type { OrderFields, TradeFields } from './trade-fields.ts'

/** An identity that does not hold: what the fields say, and what they should come to. */
export type FieldFault = { field: string; oid?: string; is: number; shouldBe: number }

function orderFaults(order: OrderFields, { payment, orders }: TradeFields): FieldFault[] {
  const { oid, price, num, adjust_fee, discount_fee, total_fee, part_mjz_discount, divide_order_fee } = order
  const due = price * num + adjust_fee - discount_fee
  const rows: [string, number, number][] = [
    ['total_fee', total_fee, due],
    ['payment', order.payment, orders.length === 1 ? payment : due],
    ['divide_order_fee', divide_order_fee, due - part_mjz_discount],
  ]
  return rows.flatMap(([field, is, shouldBe]) => (is === shouldBe ? [] : [{ field, oid, is, shouldBe }]))
}

const sum = (orders: readonly OrderFields[], amount: (order: OrderFields) => number): number =>
  orders.reduce((total, order) => total + amount(order), 0)

/** Every identity of a trade that does not hold, of sub-orders and of the whole; for trades of ours and for imported ones. */
export function checkTrade(trade: TradeFields): FieldFault[] {
  const { orders, post_fee, total_fee, discount_fee, payment } = trade
  const rows: [string, number, number][] = [
    ['total_fee', total_fee, sum(orders, (o) => o.price * o.num)],
    ['discount_fee', discount_fee, sum(orders, (o) => o.part_mjz_discount)],
    ['payment', payment, sum(orders, (o) => o.divide_order_fee) + post_fee],
  ]
  const own = rows.flatMap(([field, is, shouldBe]) => (is === shouldBe ? [] : [{ field, is, shouldBe }]))
  return [...orders.flatMap((order) => orderFaults(order, trade)), ...own]
}
