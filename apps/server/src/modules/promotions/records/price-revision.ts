import { inArray, sql } from 'drizzle-orm'
import { desksFor } from '../../../storage/asked-together.ts'
import type { RecordDb, RecordStore, RecordTx } from '../../../storage/records/record-store.ts'
import { promotionStates } from '../schema.ts'

/** What a price was made with: the numbers of the rules in force and of the goods of a shop; 0 before the first change. */
export type PriceRevision = { rules: number; goods: number }

const deskOf = desksFor(({ db }: RecordStore) => async (stores) => {
  const { store, revision, goods } = promotionStates
  const rows = await db
    .select({ store, rules: revision, goods })
    .from(promotionStates)
    .where(inArray(store, [...stores]))
  return new Map<string, PriceRevision>(rows.map(({ store, ...numbers }) => [store, numbers]))
})

/** One look-up by key, asked at every price; prices of one moment ask together. */
export const readPriceRevision = async (records: RecordStore, store: string): Promise<PriceRevision> =>
  (await deskOf(records).of([store])).get(store) ?? { rules: 0, goods: 0 }

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
