import { and, asc, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../../storage/records/record-store.ts'
import { promotionReturns, type ReturnRow } from '../schema.ts'

/** The returns of an order, the earliest first. */
export const readReturns = (db: RecordDb | RecordTx, store: string, orderId: string): Promise<ReturnRow[]> =>
  db
    .select()
    .from(promotionReturns)
    .where(and(eq(promotionReturns.store, store), eq(promotionReturns.orderId, orderId)))
    .orderBy(asc(promotionReturns.number))
