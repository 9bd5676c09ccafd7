import { eq, sql } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { promotionStates } from '../schema.ts'

/** What a price was made with: the numbers of the rules in force and of the goods of a shop; 0 before the first change. */
export type PriceRevision = { rules: number; goods: number }

/** One look-up by key, asked at every price. */
export async function readPriceRevision(db: RecordDb | RecordTx, store: string): Promise<PriceRevision> {
  const { revision, goods } = promotionStates
  const [row] = await db
    .select({ rules: revision, goods })
    .from(promotionStates)
    .where(eq(promotionStates.store, store))
  return row ?? { rules: 0, goods: 0 }
}

/** The same as columns of another statement about the shop. */
export const revisionOf = (store: string) => {
  const numberOf = (column: 'revision' | 'goods') =>
    sql<number>`coalesce((SELECT ${promotionStates[column]} FROM ${promotionStates} WHERE ${promotionStates.store} = ${store}), 0)`.mapWith(
      Number,
    )
  return { rules: numberOf('revision'), goods: numberOf('goods') }
}

export const isSameRevision = (one: PriceRevision, other: PriceRevision): boolean =>
  one.rules === other.rules && one.goods === other.goods

/** To be called in the transaction that changes what is in force: from its commit on, every process prices with the new rules. */
export async function bumpRulesRevision(tx: RecordTx, store: string): Promise<void> {
  const { revision } = promotionStates
  await tx
    .insert(promotionStates)
    .values({ store, revision: 1 })
    .onConflictDoUpdate({ target: promotionStates.store, set: { revision: sql`${revision} + 1` } })
}

/**
 * To be called by whoever changes goods, after they are written: from then on every process reads them anew at its next price. With
 * records that change too, in their transaction.
 */
export async function bumpGoodsRevision(db: RecordDb | RecordTx, store: string): Promise<void> {
  const { goods } = promotionStates
  await db
    .insert(promotionStates)
    .values({ store, revision: 0, goods: 1 })
    .onConflictDoUpdate({ target: promotionStates.store, set: { goods: sql`${goods} + 1` } })
}
