import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type PriceRevision, revisionOf } from '../records/price-revision.ts'
import type { OrderUse } from './order-uses.ts'
import { type OrderRow, promotionOrders, promotionUses } from './schema.ts'

/**
 * Writes an order with what it uses, and reads what prices are made of now, in one statement: inside the transaction in which the order
 * takes what it holds. `ruleSet`: the hash under which its rules are kept. Shape: null where there is an order of that number; the
 * transaction is then to be rolled back.
 */
export async function writeOrder(
  tx: RecordTx,
  row: OrderRow,
  { uses, ruleSet }: { uses: readonly OrderUse[]; ruleSet: string },
): Promise<PriceRevision | null> {
  const { store, id: orderId } = row
  const { rules: _, ...price } = row.price
  const usesOfOrder = uses.map((use) => ({ store, orderId, ...use }))
  const writing =
    usesOfOrder.length > 0
      ? tx.with(tx.$with('order_uses').as(tx.insert(promotionUses).values(usesOfOrder).onConflictDoNothing()))
      : tx
  const [made] = await writing
    .insert(promotionOrders)
    .values({ ...row, price: { ...price, ruleSet } })
    .onConflictDoNothing()
    .returning(revisionOf(store))
  return made ?? null
}
