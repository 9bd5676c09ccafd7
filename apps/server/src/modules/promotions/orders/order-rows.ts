import type { PromotionOrder } from '@zhanggui/contract'
import { and, asc, eq } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { costByPromotion } from './order-uses.ts'
import { readRuleSets } from './rule-sets.ts'
import { type KeptOrderRow, type OrderRow, promotionOrders, promotionUses, type UseRow } from './schema.ts'

type Db = RecordDb | RecordTx

export const ownOrder = (store: string, orderId: string) =>
  and(eq(promotionOrders.store, store), eq(promotionOrders.id, orderId))

const ruleSetOf = ({ price }: KeptOrderRow): string[] => ('ruleSet' in price ? [price.ruleSet] : [])

/** Orders of one shop with their rules, which many orders share. */
export async function withRules(db: Db, store: string, rows: readonly KeptOrderRow[]): Promise<OrderRow[]> {
  const sets = await readRuleSets(db, store, new Set(rows.flatMap(ruleSetOf)))
  return rows.map(({ price: kept, ...row }) => {
    if (!('ruleSet' in kept)) return { ...row, price: kept }
    const { ruleSet, ...price } = kept
    return { ...row, price: { ...price, rules: sets.get(ruleSet) ?? [] } }
  })
}

export async function findOrderRow(db: Db, store: string, orderId: string): Promise<OrderRow | undefined> {
  const rows = await db.select().from(promotionOrders).where(ownOrder(store, orderId))
  return (await withRules(db, store, rows))[0]
}

/** Holds an order until the transaction ends. Errors: throws `not_found`. */
export async function lockOrder(tx: RecordTx, store: string, orderId: string): Promise<OrderRow> {
  const rows = await tx.select().from(promotionOrders).where(ownOrder(store, orderId)).for('update')
  const [row] = await withRules(tx, store, rows)
  if (!row) throw new ApiFailure('not_found', { what: `promotion-orders/${orderId}` })
  return row
}

export const readUses = (db: Db, store: string, orderId: string): Promise<UseRow[]> =>
  db
    .select()
    .from(promotionUses)
    .where(and(eq(promotionUses.store, store), eq(promotionUses.orderId, orderId)))
    .orderBy(asc(promotionUses.rule), asc(promotionUses.coupon))

export const presentOrder = (row: Omit<OrderRow, 'price'>, uses: readonly UseRow[]): PromotionOrder => ({
  orderId: row.id,
  state: row.state,
  payableCents: row.payableCents,
  depositCents: row.depositCents,
  refundedCents: row.refundedCents,
  couponIds: uses.map(({ coupon }) => coupon).filter((coupon) => coupon !== ''),
  pointsUsed: row.pointsUsed,
  pointsEarned: row.pointsEarned,
  costs: costByPromotion(uses),
  placedAt: row.placedAt.toISOString(),
  holdUntil: row.holdUntil.toISOString(),
})
