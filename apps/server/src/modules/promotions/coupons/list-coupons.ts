import type { Coupon, CouponBatch, CouponState } from '@zhanggui/contract'
import { cents, multiplyDivide } from '@zhanggui/kernel'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { releaseDueOrders } from '../orders/release-due-orders.ts'
import { readBatchRow } from './batch-rows.ts'
import { expireCoupons } from './expire-coupons.ts'
import { presentCoupon } from './present-coupon.ts'
import { type BatchRow, couponBatches, couponCodes, coupons } from './schema.ts'

type Counts = { state: CouponState; count: number; costCents: number }

/** Coupons of every batch by where they stand, with what used ones cost. */
async function countByState(context: Context, store: string): Promise<Map<string, Counts[]>> {
  const { batch, state, costCents } = coupons
  const rows = await context.records.db
    .select({ batch, state, count: sql<number>`count(*)::int`, costCents: sql<string>`sum(${costCents})` })
    .from(coupons)
    .where(eq(coupons.store, store))
    .groupBy(batch, state)
  const byBatch = new Map<string, Counts[]>()
  for (const row of rows)
    byBatch.set(row.batch, [...(byBatch.get(row.batch) ?? []), { ...row, costCents: Number(row.costCents) }])
  return byBatch
}

async function countCodes(context: Context, store: string): Promise<Map<string, number>> {
  const rows = await context.records.db
    .select({ batch: couponCodes.batch, count: count() })
    .from(couponCodes)
    .where(eq(couponCodes.store, store))
    .groupBy(couponCodes.batch)
  return new Map(rows.map((row) => [row.batch, row.count]))
}

/** Owed: what buyers hold and can still use, at its face value. Expected: the share of all claimed that will be used. */
function moneyOf(row: BatchRow, counts: readonly Counts[]) {
  const of = (...states: readonly CouponState[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, c) => sum + c.count, 0)
  const actualCostCents = counts.reduce((sum, c) => sum + c.costCents, 0)
  const expectedCostCents =
    row.subsidy &&
    multiplyDivide({
      amount: cents(row.claimed * row.faceCents),
      numerator: row.subsidy.expectedRedemptionBp,
      denominator: 10_000,
      rounding: 'half_up',
    })
  return { actualCostCents, liabilityCents: of('claimed', 'locked') * row.faceCents, expectedCostCents }
}

function presentBatch(
  row: BatchRow,
  given: { counts: readonly Counts[]; codes: number; createdBy: string },
): CouponBatch {
  const { store: _, rule, claimFrom, claimUntil, validUntil, createdAt, ...rest } = row
  const of = (state: CouponState) => given.counts.find((c) => c.state === state)?.count ?? 0
  return {
    ...rest,
    ruleId: rule,
    claimFrom: claimFrom.toISOString(),
    claimUntil: claimUntil.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    open: of('claimed'),
    locked: of('locked'),
    used: of('used'),
    expired: of('expired'),
    void: of('void'),
    ...moneyOf(row, given.counts),
    codes: given.codes,
    createdBy: given.createdBy,
    createdAt: createdAt.toISOString(),
  }
}

/** The batches of a shop, newest first, with where their coupons stand at this moment. */
export async function listBatches(context: Context, store: string): Promise<CouponBatch[]> {
  await releaseDueOrders(context, store)
  await expireCoupons(context, store)
  const rows = await context.records.db
    .select()
    .from(couponBatches)
    .where(eq(couponBatches.store, store))
    .orderBy(desc(couponBatches.createdAt), asc(couponBatches.id))
  const counts = await countByState(context, store)
  const codes = await countCodes(context, store)
  const names = await namesOfActors(
    context,
    rows.map((row) => row.createdBy),
  )
  return rows.map((row) =>
    presentBatch(row, {
      counts: counts.get(row.id) ?? [],
      codes: codes.get(row.id) ?? 0,
      createdBy: names.get(row.createdBy) ?? row.createdBy,
    }),
  )
}

/** Errors: throws `not_found`. */
export async function readBatch(context: Context, store: string, batch: string): Promise<CouponBatch> {
  await readBatchRow(context.records.db, store, batch)
  const found = (await listBatches(context, store)).find(({ id }) => id === batch)
  if (!found) throw new Error('a batch that is there is listed')
  return found
}

/** Coupons of a shop, newest first; whose they are stays out. */
export async function listCoupons(
  context: Context,
  store: string,
  query: { batch?: string | undefined; state?: CouponState | undefined; limit: number; offset: number },
): Promise<{ coupons: Coupon[]; total: number }> {
  await expireCoupons(context, store)
  const where = and(
    eq(coupons.store, store),
    query.batch === undefined ? undefined : eq(coupons.batch, query.batch),
    query.state === undefined ? undefined : eq(coupons.state, query.state),
  )
  const { db } = context.records
  const rows = await withNames(context)
    .where(where)
    .orderBy(desc(coupons.claimedAt), asc(coupons.id))
    .limit(query.limit)
    .offset(query.offset)
  const [counted] = await db.select({ total: count() }).from(coupons).where(where)
  return { coupons: rows.map(({ coupon, name }) => presentCoupon(coupon, { name })), total: counted?.total ?? 0 }
}

const withNames = (context: Context) =>
  context.records.db
    .select({ coupon: coupons, name: couponBatches.name })
    .from(coupons)
    .innerJoin(couponBatches, and(eq(couponBatches.store, coupons.store), eq(couponBatches.id, coupons.batch)))

/** What one buyer holds and held, those that end first before the others. Errors: throws `invalid_request`. */
export async function couponsOfBuyer(context: Context, store: string, buyerId: string): Promise<Coupon[]> {
  const { hash } = hashPerson(context, store, buyerId)
  await expireCoupons(context, store)
  const rows = await withNames(context)
    .where(and(eq(coupons.store, store), eq(coupons.buyer, hash)))
    .orderBy(asc(coupons.expiresAt), asc(coupons.id))
    .limit(500)
  return rows.map(({ coupon, name }) => presentCoupon(coupon, { name }))
}
