import { ClaimCoupon, type Coupon, type Store } from '@zhanggui/contract'
import { type ClaimRefusal, checkClaim, readCode } from '@zhanggui/promotion'
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { hashMarks } from '../people/hash-marks.ts'
import { knowPerson, rememberingMarks } from '../people/know-person.ts'
import { readBuyer } from '../price/read-buyer.ts'
import { readPromotionRow } from '../records/promotion-rows.ts'
import { ownBatch, readBatchRow, termsOf } from './batch-rows.ts'
import { codeHash } from './codes.ts'
import { countGuess, requireFewGuesses } from './guess-limit.ts'
import { presentCoupon } from './present-coupon.ts'
import { type BatchRow, type CouponRow, couponBatches, couponCodes, couponHolders, coupons } from './schema.ts'

type Asked = ReturnType<typeof ClaimCoupon.parse>
/** `others`: further accounts of the same person, held by the caller. */
export type Claim = { store: string; id: string; buyer: string; others?: readonly string[]; at: Date }

export function claimFailure(error: ClaimRefusal): ApiFailure {
  switch (error.code) {
    case 'not_open_yet':
      return new ApiFailure('coupon_not_open', { from: new Date(error.fromMs).toISOString() })
    case 'closed':
      return new ApiFailure('coupon_closed', { until: new Date(error.untilMs).toISOString() })
    case 'none_left':
      return new ApiFailure('coupon_none_left', { total: error.total })
    case 'buyer_has_all':
      return new ApiFailure('coupon_buyer_limit', { perBuyer: error.perBuyer })
  }
}

/** Which batch a claim means. Errors: throws `invalid_request`, `coupon_code_wrong`, `too_many_requests`, `not_found`. */
async function batchOf(context: Context, { store, buyer }: Claim, { batch, code }: Asked) {
  if (code === undefined) {
    if (batch === undefined) throw new ApiFailure('invalid_request', { where: 'batch or code: one of them' })
    return { row: await readBatchRow(context.records.db, store, batch), hash: undefined }
  }
  await requireFewGuesses(context, store, buyer)
  const read = readCode(code)
  if (read === undefined) throw new ApiFailure('coupon_code_wrong')
  const hash = codeHash(context, store, read)
  const [known] = await context.records.db
    .select({ batch: couponCodes.batch })
    .from(couponCodes)
    .where(and(eq(couponCodes.store, store), eq(couponCodes.hash, hash)))
  if (!known) {
    await countGuess(context, store, buyer)
    throw new ApiFailure('coupon_code_wrong')
  }
  return { row: await readBatchRow(context.records.db, store, known.batch), hash }
}

async function spendCode(tx: RecordTx, store: string, hash: string): Promise<void> {
  const { usesLeft } = couponCodes
  const spent = await tx
    .update(couponCodes)
    .set({ usesLeft: sql`${usesLeft} - 1` })
    .where(and(eq(couponCodes.store, store), eq(couponCodes.hash, hash), gt(usesLeft, 0)))
    .returning({ usesLeft })
  if (spent.length === 0) throw new ApiFailure('coupon_code_used')
}

/** What the other accounts of the person claimed of the batch; the person is held, so it cannot grow meanwhile. */
async function claimedByOthers(tx: RecordTx, { store, id }: BatchRow, others: readonly string[]): Promise<number> {
  if (others.length === 0) return 0
  const [row] = await tx
    .select({ claimed: sql<number>`coalesce(sum(${couponHolders.claimed}), 0)::int` })
    .from(couponHolders)
    .where(and(eq(couponHolders.store, store), eq(couponHolders.batch, id), inArray(couponHolders.buyer, [...others])))
  return row?.claimed ?? 0
}

/** Both limits are tested and taken by one statement each; the busy row, the batch, comes last and is held shortest. */
async function takeOne(tx: RecordTx, batch: BatchRow, { buyer, others = [] }: Claim): Promise<void> {
  const { store, id, perBuyer, total } = batch
  const left = perBuyer - (await claimedByOthers(tx, batch, others))
  if (left < 1) throw claimFailure({ code: 'buyer_has_all', perBuyer })
  const held = await tx
    .insert(couponHolders)
    .values({ store, batch: id, buyer, claimed: 1 })
    .onConflictDoUpdate({
      target: [couponHolders.store, couponHolders.batch, couponHolders.buyer],
      set: { claimed: sql`${couponHolders.claimed} + 1` },
      setWhere: lt(couponHolders.claimed, left),
    })
    .returning({ claimed: couponHolders.claimed })
  if (held.length === 0) throw claimFailure({ code: 'buyer_has_all', perBuyer })
  const taken = await tx
    .update(couponBatches)
    .set({ claimed: sql`${couponBatches.claimed} + 1` })
    .where(and(ownBatch(store, id), lt(couponBatches.claimed, couponBatches.total)))
    .returning({ claimed: couponBatches.claimed })
  if (taken.length === 0) throw claimFailure({ code: 'none_left', total })
}

/** One coupon within a transaction of the caller's, all limits tested there. Errors: as `claimCoupon`. */
export async function storeClaim(
  tx: RecordTx,
  claim: Claim,
  given: { batch: BatchRow; hash: string | undefined; expiresAt: Date },
): Promise<CouponRow> {
  const { store, id, buyer, at } = claim
  const { batch, hash, expiresAt } = given
  const fresh = {
    store,
    id,
    batch: batch.id,
    rule: batch.rule,
    buyer,
    state: 'claimed' as const,
    claimedAt: at,
    expiresAt,
  }
  const [row] = await tx.insert(coupons).values(fresh).onConflictDoNothing().returning()
  if (!row) return repeated(tx, fresh)
  if (hash !== undefined) await spendCode(tx, store, hash)
  await takeOne(tx, batch, claim)
  return row
}

/** The same claim again gives the same coupon; the id with another buyer or batch is a mistake. */
async function repeated(
  tx: RecordTx,
  { store, id, batch, buyer }: Pick<CouponRow, 'store' | 'id' | 'batch' | 'buyer'>,
) {
  const [row] = await tx
    .select()
    .from(coupons)
    .where(and(eq(coupons.store, store), eq(coupons.id, id)))
  if (row?.buyer !== buyer || row.batch !== batch) throw new ApiFailure('duplicate_key', { key: id })
  return row
}

async function claimedBefore(context: Context, { store, id, buyer }: Claim): Promise<CouponRow | undefined> {
  const [row] = await context.records.db
    .select()
    .from(coupons)
    .where(and(eq(coupons.store, store), eq(coupons.id, id), eq(coupons.buyer, buyer)))
  return row
}

/** The tier matters before the general opening only; the shop's orders are not asked after it. */
async function tierFor(
  context: Context,
  store: Store,
  { batch, at, buyerId }: { batch: BatchRow; at: Date; buyerId: string },
): Promise<number> {
  if (at >= batch.claimFrom || batch.earlyAccess.length === 0) return 0
  return (await readBuyer(context, store, { buyerId })).buyer.tier ?? 0
}

/** Errors: throws `coupon_closed` for coupons whose promotion is not approved or was stopped. */
export async function requireOffered(
  db: RecordDb | RecordTx,
  { store, promotion, claimUntil }: BatchRow,
): Promise<void> {
  const { approvedVersion, stoppedAt } = await readPromotionRow(db, { store, promotion })
  if (approvedVersion === null || stoppedAt)
    throw new ApiFailure('coupon_closed', { until: (stoppedAt ?? claimUntil).toISOString() })
}

/**
 * Gives one coupon to a buyer (P6.08, P6.12), by batch or by code; no limit is ever passed, however many claim at once. The
 * same `id` again gives the same coupon.
 * Errors: throws `coupon_not_open`, `coupon_closed`, `coupon_none_left`, `coupon_buyer_limit`, `coupon_code_wrong`,
 * `coupon_code_used`, `too_many_requests`, `not_found`, `invalid_request`, `duplicate_key`.
 */
export async function claimCoupon(context: Context, store: Store, input: ClaimCoupon): Promise<Coupon> {
  const asked = parseInput(ClaimCoupon, input)
  const { hash: buyer } = hashPerson(context, store.id, asked.buyerId)
  const claim = { store: store.id, id: asked.id, buyer, at: context.clock.now() }
  const before = await claimedBefore(context, claim)
  if (before) return presentCoupon(before, await readBatchRow(context.records.db, store.id, before.batch))
  const { row: batch, hash } = await batchOf(context, claim, asked)
  await requireOffered(context.records.db, batch)
  const tier = asked.tier ?? (await tierFor(context, store, { batch, at: claim.at, buyerId: asked.buyerId }))
  const counts = { claimed: batch.claimed, claimedByBuyer: 0 }
  const checked = checkClaim(termsOf(batch), { atMs: claim.at.getTime(), tier, ...counts })
  if (!checked.ok) throw claimFailure(checked.error)
  const expiresAt = new Date(checked.value.expiresAtMs)
  const person = { store: store.id, buyer, marks: hashMarks(context, store.id, asked.marks), at: claim.at }
  const row = await rememberingMarks(context, person, () =>
    context.records.transaction(async (tx) => {
      const [, ...others] = await knowPerson(tx, person)
      return storeClaim(tx, { ...claim, others }, { batch, hash, expiresAt })
    }),
  )
  return presentCoupon(row, batch)
}
