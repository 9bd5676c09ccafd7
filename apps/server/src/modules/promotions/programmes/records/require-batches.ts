import { problem } from '@zhanggui/gameplay'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { couponBatches } from '../../coupons/schema.ts'
import { faultsOf } from '../programme-faults.ts'
import type { ProgrammeRow } from '../schema.ts'
import { engineOf } from './programme-rows.ts'

const yuan = (cents: number): string => (cents / 100).toFixed(2)

/**
 * Coupons that a programme promises have to be the shop's: the batch is there, worth what the terms say, and a buyer may have as
 * many of it as a pack holds. Errors: throws `programme_faults` with every batch that is not.
 */
export async function requireBatches(context: Context, row: ProgrammeRow): Promise<void> {
  const needed = engineOf(row).batchesOf?.(row.terms) ?? []
  if (needed.length === 0) return
  const ids = needed.map(({ batch }) => batch)
  const rows = await context.records.db
    .select({ id: couponBatches.id, faceCents: couponBatches.faceCents, perBuyer: couponBatches.perBuyer })
    .from(couponBatches)
    .where(and(eq(couponBatches.store, row.store), inArray(couponBatches.id, ids)))
  const byId = new Map(rows.map((known) => [known.id, known]))
  const problems = needed.flatMap(({ batch, faceCents, perBuyer }) => {
    const known = byId.get(batch)
    if (!known)
      return [
        problem(
          batch,
          'batch_unknown',
          `没有券批次“${batch}”，先在优惠券里建好`,
          `there is no coupon batch "${batch}"; issue it first`,
        ),
      ]
    if (known.faceCents !== faceCents)
      return [
        problem(
          batch,
          'batch_face_differs',
          `券批次“${batch}”的面额是 ${yuan(known.faceCents)}，这里写的是 ${yuan(faceCents)}`,
          `coupon batch "${batch}" is worth ${yuan(known.faceCents)}, the terms say ${yuan(faceCents)}`,
        ),
      ]
    if (known.perBuyer >= perBuyer) return []
    return [
      problem(
        batch,
        'batch_limit_below',
        `券批次“${batch}”每人限领 ${known.perBuyer} 张，一份礼包要 ${perBuyer} 张`,
        `a buyer may have ${known.perBuyer} of coupon batch "${batch}", a pack holds ${perBuyer}`,
      ),
    ]
  })
  if (problems.length > 0) throw faultsOf(problems)
}
