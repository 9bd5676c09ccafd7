import { eq, sql } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { promotionStates } from '../schema.ts'

/** The number of the rules in force of a shop; 0 before the first approval. One look-up by key, asked at every price. */
export async function readRulesRevision(db: RecordDb | RecordTx, store: string): Promise<number> {
  const [row] = await db
    .select({ revision: promotionStates.revision })
    .from(promotionStates)
    .where(eq(promotionStates.store, store))
  return row?.revision ?? 0
}

/** To be called in the transaction that changes what is in force: from its commit on, every process prices with the new rules. */
export async function bumpRulesRevision(tx: RecordTx, store: string): Promise<void> {
  await tx
    .insert(promotionStates)
    .values({ store, revision: 1 })
    .onConflictDoUpdate({
      target: promotionStates.store,
      set: { revision: sql`${promotionStates.revision} + 1` },
    })
}
