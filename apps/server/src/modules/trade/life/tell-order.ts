import { DEFAULT_LIFE_POLICY, type Decision, decideLife, type LifeCommand, stockMoves } from '@zhanggui/orders'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { moveWarehouseStock } from '../fulfilment/move-warehouse-stock.ts'
import { lifeColumns, lockShopOrder, type OrderKey, ownOrder, writeHappened } from './order-rows.ts'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { type ShopOrderRow, shopOrderEffects, shopOrders } from './schema.ts'

/** The order after a command; `changed` is false for a repeat. */
export type Told = { row: ShopOrderRow; changed: boolean }

type Asked = { command: LifeCommand; actor: string }

function decide(row: ShopOrderRow, command: LifeCommand, now: number): Decision {
  const decision = decideLife(row.life, command, { now, policy: DEFAULT_LIFE_POLICY })
  if (decision.ok) return decision.value
  const reason = REFUSAL_WORDS[decision.error]
  throw new ApiFailure('order_cannot', { order: row.id, why: decision.error, reason })
}

/** Decides one command inside the caller's transaction. Errors: as `tellOrder`. */
export async function tellOrderIn(
  context: Context,
  tx: RecordTx,
  key: OrderKey,
  { command, actor }: Asked,
): Promise<Told> {
  const row = await lockShopOrder(tx, key)
  const at = context.clock.now()
  const { order, events, effects } = decide(row, command, at.getTime())
  // An answer to an effect changes the order even where nothing is to be told of it.
  if (order === row.life) return { row, changed: false }
  const version = row.version + 1
  await moveWarehouseStock(tx, key.store, stockMoves(row.life, order))
  const changed = { ...lifeColumns(order), version }
  await tx.update(shopOrders).set(changed).where(ownOrder(key))
  await writeHappened(tx, key, version, { events, effects, at, actor })
  if ('n' in command)
    await tx
      .delete(shopOrderEffects)
      .where(
        and(
          eq(shopOrderEffects.store, key.store),
          eq(shopOrderEffects.orderId, key.orderId),
          eq(shopOrderEffects.n, command.n),
        ),
      )
  return { row: { ...row, ...changed }, changed: true }
}

/**
 * Decides one command of an order and stores the order, what happened, what is to be carried out and the duty to write facts, all in
 * one transaction (P7.01). The same command again changes nothing.
 * Errors: throws `not_found`, `order_cannot` with the reason, `warehouse_short` where a parcel is planned with more than its warehouse has.
 */
export const tellOrder = (context: Context, key: OrderKey, asked: Asked): Promise<Told> =>
  context.records.transaction((tx) => tellOrderIn(context, tx, key, asked))
