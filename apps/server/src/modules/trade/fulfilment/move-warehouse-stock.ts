import { movedStock, type StockMove } from '@zhanggui/orders'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { keyTextOf } from '../../admin/resources/define-resource.ts'
import { resources } from '../../admin/schema.ts'
import { WAREHOUSES } from './warehouses.ts'

/** Always in one order, so that two orders that want the same warehouses wait for each other and do not lock each other out. */
const lockWarehouses = (tx: RecordTx, store: string, names: readonly string[]) =>
  tx
    .select({ id: resources.id, data: resources.data, version: resources.version })
    .from(resources)
    .where(
      and(
        eq(resources.store, store),
        eq(resources.resource, WAREHOUSES.id),
        isNull(resources.deletedAt),
        inArray(
          resources.keyText,
          names.map((name) => keyTextOf(WAREHOUSES, { name })),
        ),
      ),
    )
    .orderBy(asc(resources.id))
    .for('update')

/**
 * Takes what parcels were planned with from their warehouses, and gives back what was dropped, in the transaction in which the order
 * changes: a unit is promised once, and a repeat moves nothing. A warehouse that counts no units is never short. The record gets a new
 * version, so that a form that was opened before does not write the old count over it.
 * Errors: throws `warehouse_short`; then the order does not change either.
 */
export async function moveWarehouseStock(tx: RecordTx, store: string, moves: readonly StockMove[]): Promise<void> {
  if (moves.length === 0) return
  const names = new Set(moves.map(({ warehouse }) => warehouse))
  for (const { id, data, version } of await lockWarehouses(tx, store, [...names])) {
    if (!data.stock) continue
    const warehouse = String(data.name)
    const own = moves.filter((move) => move.warehouse === warehouse)
    const moved = movedStock(data.stock as Record<string, number>, own)
    if (!moved.ok) {
      const { skuId, left, units } = moved.error
      throw new ApiFailure('warehouse_short', { warehouse, sku: skuId, left, units })
    }
    const changed = { data: { ...data, stock: moved.value }, version: version + 1 }
    await tx.update(resources).set(changed).where(eq(resources.id, id))
  }
}
