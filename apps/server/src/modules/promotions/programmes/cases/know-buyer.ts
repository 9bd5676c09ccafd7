import type { ProgrammeBuyer } from '@zhanggui/gameplay'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { boughtBefore } from '../../price/read-buyer.ts'
import { ofProgramme, type ProgrammeKey } from '../records/programme-rows.ts'
import { programmeCases } from '../schema.ts'

/** What the shop's own orders say of a buyer; never what the sender says. */
export const knowBuyer = (context: Context, store: string, hash: string): Promise<Omit<ProgrammeBuyer, 'cases'>> =>
  boughtBefore(context, store, hash)

/** Cases that a programme has of a buyer; asked under the programme's lock, so that a limit holds in a crowd. */
export async function countCases(tx: RecordTx, key: ProgrammeKey, hash: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(programmeCases)
    .where(and(ofProgramme(programmeCases, key), eq(programmeCases.buyer, hash)))
  return row?.count ?? 0
}
