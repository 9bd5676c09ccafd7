import { and, asc, eq, inArray } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import {
  type BurnRow,
  type PromotionRow,
  promotionBurns,
  promotions,
  promotionVersions,
  type VersionRow,
} from '../schema.ts'

type Db = RecordDb | RecordTx

/** Which promotion, of which shop. */
export type PromotionKey = { store: string; promotion: string }

export const ownPromotion = ({ store, promotion }: PromotionKey) =>
  and(eq(promotions.store, store), eq(promotions.id, promotion))

export const ownVersion = ({ store, promotion }: PromotionKey, number: number) =>
  and(
    eq(promotionVersions.store, store),
    eq(promotionVersions.promotion, promotion),
    eq(promotionVersions.number, number),
  )

const noPromotion = ({ promotion }: PromotionKey): ApiFailure =>
  new ApiFailure('not_found', { what: `promotions/${promotion}` })

/** Errors: throws `not_found`. */
export async function readPromotionRow(db: Db, key: PromotionKey): Promise<PromotionRow> {
  const [row] = await db.select().from(promotions).where(ownPromotion(key))
  if (!row) throw noPromotion(key)
  return row
}

/** Holds the promotion until the transaction ends. Errors: throws `not_found`. */
export async function lockPromotion(tx: RecordTx, key: PromotionKey): Promise<PromotionRow> {
  const [row] = await tx.select().from(promotions).where(ownPromotion(key)).for('update')
  if (!row) throw noPromotion(key)
  return row
}

/** Errors: throws `not_found`. */
export async function readVersionRow(db: Db, key: PromotionKey, number: number): Promise<VersionRow> {
  const [row] = await db.select().from(promotionVersions).where(ownVersion(key, number))
  if (!row) throw new ApiFailure('not_found', { what: `promotions/${key.promotion}/versions/${number}` })
  return row
}

/** A promotion with the versions that matter now and what it has cost. */
export type LivingPromotion = {
  row: PromotionRow
  newest: VersionRow
  approved: VersionRow | null
  burn: BurnRow | null
}

/** Every promotion of a shop, or those named, in the order of their ids. */
export async function readPromotions(db: Db, store: string, ids?: readonly string[]): Promise<LivingPromotion[]> {
  const mine = and(eq(promotions.store, store), ids ? inArray(promotions.id, [...ids]) : undefined)
  const rows = await db.select().from(promotions).where(mine).orderBy(asc(promotions.id))
  const known = rows.map(({ id }) => id)
  if (known.length === 0) return []
  const versions = await db
    .select()
    .from(promotionVersions)
    .where(and(eq(promotionVersions.store, store), inArray(promotionVersions.promotion, known)))
  const burns = await db
    .select()
    .from(promotionBurns)
    .where(and(eq(promotionBurns.store, store), inArray(promotionBurns.promotion, known)))
  const versionOf = new Map(versions.map((v) => [`${v.promotion} ${v.number}`, v]))
  const burnOf = new Map(burns.map((b) => [b.promotion, b]))
  return rows.flatMap((row) => {
    const newest = versionOf.get(`${row.id} ${row.version}`)
    const approved = versionOf.get(`${row.id} ${row.approvedVersion}`) ?? null
    return newest ? [{ row, newest, approved, burn: burnOf.get(row.id) ?? null }] : []
  })
}

/** Errors: throws `not_found`. */
export async function readLivingPromotion(db: Db, key: PromotionKey): Promise<LivingPromotion> {
  const [found] = await readPromotions(db, key.store, [key.promotion])
  if (!found) throw noPromotion(key)
  return found
}
