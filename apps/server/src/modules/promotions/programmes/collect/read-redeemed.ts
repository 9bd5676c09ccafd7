import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { coupons } from '../../coupons/schema.ts'
import { ofProgramme, type ProgrammeKey } from '../records/programme-rows.ts'
import { programmeEffects } from '../schema.ts'

/** What the coupons that cases were given took off orders, fen, by case: used ones at what they cost the shop, others at nothing. */
export async function readRedeemed(
  tx: RecordTx,
  key: ProgrammeKey,
  cases: readonly { caseId: string }[],
): Promise<Map<string, number>> {
  const { caseId } = programmeEffects
  const ids = cases.map((one) => one.caseId)
  const rows = await tx
    .select({ caseId, cents: sql<string>`sum(${coupons.costCents})` })
    .from(programmeEffects)
    .innerJoin(
      coupons,
      and(
        eq(coupons.store, programmeEffects.store),
        eq(coupons.id, sql`${programmeEffects.programme} || ':' || ${programmeEffects.key}`),
      ),
    )
    .where(
      and(
        ofProgramme(programmeEffects, key),
        eq(programmeEffects.kind, 'coupon'),
        eq(coupons.state, 'used'),
        inArray(caseId, ids),
      ),
    )
    .groupBy(caseId)
  return new Map(rows.map((row) => [row.caseId, Number(row.cents)]))
}
