import type { CouponTerms } from '@zhanggui/promotion'
import { and, eq } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { type BatchRow, couponBatches } from './schema.ts'

export const ownBatch = (store: string, batch: string) =>
  and(eq(couponBatches.store, store), eq(couponBatches.id, batch))

/** Errors: throws `not_found`. */
export async function readBatchRow(db: RecordDb | RecordTx, store: string, batch: string): Promise<BatchRow> {
  const [row] = await db.select().from(couponBatches).where(ownBatch(store, batch))
  if (!row) throw new ApiFailure('not_found', { what: `coupon-batches/${batch}` })
  return row
}

/** A batch as the engine judges claims. */
export const termsOf = (row: BatchRow): CouponTerms => ({
  total: row.total,
  perBuyer: row.perBuyer,
  claimFromMs: row.claimFrom.getTime(),
  claimUntilMs: row.claimUntil.getTime(),
  earlyAccess: row.earlyAccess.map(({ minTier, from }) => ({ minTier, fromMs: Date.parse(from) })),
  ...(row.validUntil ? { validUntilMs: row.validUntil.getTime() } : {}),
  ...(row.validDays === null ? {} : { validDays: row.validDays }),
})
