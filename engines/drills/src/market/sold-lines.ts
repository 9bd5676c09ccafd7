import type { WalkedVisit } from '@zhanggui/simulator'
import type { SoldLine } from '../faults/fault.ts'

/** Orders of a visit as a fault looks at them. A presale's balance is not of today: it is not paid here. */
export const soldLinesOf = ({ orders }: WalkedVisit): SoldLine[] =>
  orders.map((line) => ({
    orderId: line.order_id,
    buyer: line.buyer,
    itemId: line.item_id,
    quantity: line.quantity,
    gmvCents: line.gmv_cents,
    paidCents: line.paid_cents,
    costCents: line.cost_cents,
  }))
