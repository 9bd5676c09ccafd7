import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { type PointsMove, type PointsPosition, pointsPosition } from '@zhanggui/promotion'
import { and, asc, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { pointsAccounts, pointsMoves } from './schema.ts'

export type PointsKey = { store: string; buyer: string }
export type PointsRow = typeof pointsMoves.$inferSelect

const ownAccount = ({ store, buyer }: PointsKey) =>
  and(eq(pointsAccounts.store, store), eq(pointsAccounts.buyer, buyer))

export const readPointsRows = (db: RecordDb | RecordTx, { store, buyer }: PointsKey): Promise<PointsRow[]> =>
  db
    .select()
    .from(pointsMoves)
    .where(and(eq(pointsMoves.store, store), eq(pointsMoves.buyer, buyer)))
    .orderBy(asc(pointsMoves.sequence))

/** Rows as the engine reads them; what lapses follows from the days, its rows only tell people. */
export const toMoves = (rows: readonly PointsRow[]): PointsMove[] =>
  rows
    .filter(({ kind }) => kind !== 'expire')
    .map(({ kind, points, day, expiresDay, orderId }) => {
      const throughDay = expiresDay === null ? undefined : parseDay(expiresDay)
      return { kind, points, day: parseDay(day), throughDay, orderId: orderId ?? undefined } as PointsMove
    })

/** Holds a buyer's account until the transaction ends, making it when it is the first time. */
async function lockAccount(tx: RecordTx, key: PointsKey): Promise<void> {
  await tx
    .insert(pointsAccounts)
    .values({ ...key, balance: 0 })
    .onConflictDoNothing()
  await tx.select().from(pointsAccounts).where(ownAccount(key)).for('update')
}

/** A move as it is asked for; `id` makes a repeat harmless. */
export type PointsPosting = { id: string; reason: string } & PointsMove

async function writeLapsed(
  tx: RecordTx,
  key: PointsKey,
  given: { rows: readonly PointsRow[]; position: PointsPosition; day: BusinessDay; at: Date },
) {
  const { rows, position, day, at } = given
  const told = rows.reduce((sum, row) => sum + (row.kind === 'expire' ? row.points : 0), 0)
  const points = position.lapsed - told
  if (points <= 0) return
  const id = `expire:${day}:${rows.length}`
  await tx.insert(pointsMoves).values({ ...key, id, kind: 'expire', points, day, reason: '', at })
}

/**
 * Posts moves to a buyer's points inside the caller's transaction, one after the other; a move that is there already changes
 * nothing. Shape: where the account stands then; null, with nothing written, when a move would use more than there is.
 */
export async function postPoints(
  tx: RecordTx,
  key: PointsKey,
  { postings, day, at }: { postings: readonly PointsPosting[]; day: BusinessDay; at: Date },
): Promise<PointsPosition | null> {
  await lockAccount(tx, key)
  const rows = await readPointsRows(tx, key)
  const fresh = postings.filter(({ id }) => !rows.some((row) => row.id === id))
  const before = pointsPosition(toMoves(rows), day)
  const burnt = fresh.reduce((sum, move) => sum + (move.kind === 'burn' ? move.points : 0), 0)
  if (burnt > before.balance) return null
  const position = pointsPosition([...toMoves(rows), ...fresh], day)
  for (const move of fresh) {
    const { id, reason, kind, points } = move
    const orderId = 'orderId' in move ? move.orderId : null
    const expiresDay = 'throughDay' in move ? move.throughDay : null
    await tx.insert(pointsMoves).values({ ...key, id, kind, points, orderId, expiresDay, day: move.day, reason, at })
  }
  await writeLapsed(tx, key, { rows, position, day, at })
  await tx.update(pointsAccounts).set({ balance: position.balance }).where(ownAccount(key))
  return position
}

/** Where a buyer's points stand on a day; points that have lapsed by then are gone, posted or not. */
export async function readPosition(db: RecordDb | RecordTx, key: PointsKey, day: BusinessDay): Promise<PointsPosition> {
  return pointsPosition(toMoves(await readPointsRows(db, key)), day)
}

/** Points of an order can be used for a year. */
const VALID_DAYS = 365

export const throughDayOf = (day: BusinessDay, validDays = VALID_DAYS): BusinessDay => addDays(day, validDays)
