import { sql } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'

/** Holds a shop until the transaction ends: what rounds of alerts write of it, they write one after the other. */
export const lockShop = (tx: RecordTx, store: string): Promise<unknown> =>
  tx.execute(sql`SELECT 1 FROM admin_stores WHERE id = ${store} FOR UPDATE`)
