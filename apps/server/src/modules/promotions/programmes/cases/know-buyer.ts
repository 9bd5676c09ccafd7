import type { ProgrammeBuyer } from '@zhanggui/gameplay'
import { and, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { accountsOfPerson } from '../../people/accounts-of-person.ts'
import type { PersonQuestion } from '../../people/gather-sightings.ts'
import { boughtBefore } from '../../price/bought-before.ts'
import { ofProgramme, type ProgrammeKey } from '../records/programme-rows.ts'
import { programmeCases } from '../schema.ts'

/** What the shop's own orders say of a person; never what the sender says. */
export async function knowBuyer(context: Context, asked: PersonQuestion): Promise<Omit<ProgrammeBuyer, 'cases'>> {
  return boughtBefore(context, asked.store, await accountsOfPerson(context.records.db, asked))
}

/** Cases that a programme has of a person; asked under the programme's lock, so that a limit holds in a crowd. */
export async function countCases(tx: RecordTx, key: ProgrammeKey, accounts: readonly string[]): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(programmeCases)
    .where(and(ofProgramme(programmeCases, key), inArray(programmeCases.buyer, [...accounts])))
  return row?.count ?? 0
}
