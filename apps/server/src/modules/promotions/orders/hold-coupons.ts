import type { Coupon, CouponMove } from '@zhanggui/promotion'
import { moveCoupon } from '@zhanggui/promotion'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type CouponRow, coupons } from '../coupons/schema.ts'

const engineCoupon = ({ state, orderId, expiresAt }: CouponRow): Coupon => ({
  state,
  expiresAtMs: expiresAt.getTime(),
  ...(orderId === null ? {} : { orderId }),
})

/**
 * Moves one coupon. The row is held, so that of two orders with the same coupon the second one finds it gone.
 * Errors: throws `coupon_unusable` with where it stands.
 */
async function moveRow(tx: RecordTx, row: CouponRow, move: CouponMove, costCents: number): Promise<void> {
  const moved = moveCoupon(engineCoupon(row), move)
  if (!moved.ok) throw new ApiFailure('coupon_unusable', { coupon: row.id, state: row.state, ...moved.error })
  const { state, orderId = null } = moved.value
  await tx
    .update(coupons)
    .set({ state, orderId, costCents })
    .where(and(eq(coupons.store, row.store), eq(coupons.id, row.id)))
}

const heldRows = (tx: RecordTx, store: string, ids: readonly string[]) =>
  tx
    .select()
    .from(coupons)
    .where(and(eq(coupons.store, store), inArray(coupons.id, [...ids])))
    .orderBy(asc(coupons.id))
    .for('update')

/** Coupons of an order, in the order of their ids so that no two orders wait for each other. */
export async function moveCoupons(
  context: Context,
  tx: RecordTx,
  store: string,
  given: {
    orderId: string
    kind: 'lock' | 'use' | 'release' | 'giveBack'
    uses: readonly { coupon: string; costCents: number }[]
  },
): Promise<void> {
  const { orderId, kind, uses } = given
  const costOf = new Map(uses.filter(({ coupon }) => coupon !== '').map((use) => [use.coupon, use.costCents]))
  if (costOf.size === 0) return
  const atMs = context.clock.now().getTime()
  for (const row of await heldRows(tx, store, [...costOf.keys()]))
    await moveRow(tx, row, { kind, orderId, atMs }, kind === 'use' ? (costOf.get(row.id) ?? 0) : 0)
}

/**
 * The coupons that an order brings must be this buyer's, and of the rule that they are brought for.
 * Errors: throws `coupon_unusable` for any other, and for one that an order holds or whose time is over.
 */
export async function requireOwnCoupons(
  context: Context,
  store: string,
  { buyer, claims }: { buyer: string | null; claims: readonly { claimId: string; ruleId: string }[] },
): Promise<void> {
  if (claims.length === 0) return
  const ids = claims.map(({ claimId }) => claimId)
  const rows = await context.records.db
    .select()
    .from(coupons)
    .where(and(eq(coupons.store, store), inArray(coupons.id, ids)))
  const now = context.clock.now()
  for (const { claimId, ruleId } of claims) {
    const row = rows.find(({ id }) => id === claimId)
    const isOwn = row !== undefined && row.buyer === buyer && row.rule === ruleId
    if (!isOwn) throw new ApiFailure('coupon_unusable', { coupon: claimId, state: 'unknown' })
    if (row.state !== 'claimed' || row.expiresAt <= now)
      throw new ApiFailure('coupon_unusable', {
        coupon: claimId,
        state: row.state === 'claimed' ? 'expired' : row.state,
      })
  }
}
