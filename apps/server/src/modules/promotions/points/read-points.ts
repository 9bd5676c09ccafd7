import type { PointsAccount, PointsLedger, Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { pointsPosition } from '@zhanggui/promotion'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { postPoints, readPointsRows, toMoves } from './post-points.ts'
import { type PointsKind, pointsAccounts, pointsMoves } from './schema.ts'

/** One buyer's points with their newest moves. Errors: throws `invalid_request` for an id that says nothing. */
export async function pointsOfBuyer(
  context: Context,
  store: Store,
  { buyerId, limit }: { buyerId: string; limit: number },
): Promise<PointsAccount> {
  const { hash: buyer } = hashPerson(context, store.id, buyerId)
  const rows = await readPointsRows(context.records.db, { store: store.id, buyer })
  const { balance, lots } = pointsPosition(toMoves(rows), businessDayOf(context.clock.now(), store.timezone))
  const byDay = new Map<BusinessDay, number>()
  for (const { throughDay, points } of lots) byDay.set(throughDay, (byDay.get(throughDay) ?? 0) + points)
  const moves = rows.slice(-limit).reverse()
  return {
    balance,
    lapsing: [...byDay].map(([day, points]) => ({ day, points })),
    moves: moves.map(({ id, kind, points, orderId, expiresDay, at }) => ({
      id,
      kind,
      points,
      orderId,
      expiresDay,
      at: at.toISOString(),
    })),
  }
}

/** Writes down what has lapsed in accounts that nobody has touched since. */
async function postLapsed(context: Context, store: Store, day: BusinessDay): Promise<void> {
  const { db } = context.records
  const due = await db
    .selectDistinct({ buyer: pointsMoves.buyer })
    .from(pointsMoves)
    .innerJoin(
      pointsAccounts,
      and(eq(pointsAccounts.store, pointsMoves.store), eq(pointsAccounts.buyer, pointsMoves.buyer)),
    )
    .where(and(eq(pointsMoves.store, store.id), lt(pointsMoves.expiresDay, day), gt(pointsAccounts.balance, 0)))
  const at = context.clock.now()
  for (const { buyer } of due)
    await context.records.transaction((tx) => postPoints(tx, { store: store.id, buyer }, { postings: [], day, at }))
}

/**
 * The two sides of the points ledger of a shop: what was given, and where it is (P6.11, P4.09). `differencePoints` is 0 unless
 * somebody changed the tables by hand.
 */
export async function pointsLedger(context: Context, store: Store): Promise<PointsLedger> {
  const asOfDay = businessDayOf(context.clock.now(), store.timezone)
  await postLapsed(context, store, asOfDay)
  const { db } = context.records
  const rows = await db
    .select({ kind: pointsMoves.kind, points: sql<string>`sum(${pointsMoves.points})` })
    .from(pointsMoves)
    .where(eq(pointsMoves.store, store.id))
    .groupBy(pointsMoves.kind)
  const [held] = await db
    .select({ points: sql<string>`coalesce(sum(${pointsAccounts.balance}), 0)` })
    .from(pointsAccounts)
    .where(eq(pointsAccounts.store, store.id))
  const of = (kind: PointsKind): number => Number(rows.find((row) => row.kind === kind)?.points ?? 0)
  const givenPoints = of('grant') + of('earn')
  const usedPoints = of('burn') - of('reverse_burn')
  const takenBackPoints = of('reverse_earn')
  const expiredPoints = of('expire')
  const outstandingPoints = Number(held?.points ?? 0)
  const differencePoints = givenPoints - usedPoints - takenBackPoints - expiredPoints - outstandingPoints
  return { asOfDay, givenPoints, usedPoints, takenBackPoints, expiredPoints, outstandingPoints, differencePoints }
}
