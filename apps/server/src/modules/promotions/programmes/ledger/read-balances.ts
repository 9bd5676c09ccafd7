import type { ProgrammeBalance } from '@zhanggui/contract'
import { partyOf } from '@zhanggui/gameplay'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { engineOf, ofProgramme, type ProgrammeKey, type Reader } from '../records/programme-rows.ts'
import { type ProgrammeRow, programmeLines } from '../schema.ts'

/** Where what was paid to parties went, and what came in from them; every programme has it. */
export const CASH = 'cash'
const CASH_NAME = { zh: '现金收付', en: 'Cash' }

/** The accounts of a programme by id, in the order in which they are declared. */
export const accountsOf = (row: Pick<ProgrammeRow, 'kind' | 'terms'>): Record<string, { zh: string; en: string }> => ({
  ...engineOf(row).accounts(row.terms),
  [CASH]: CASH_NAME,
})

export const presentAccount = (row: Pick<ProgrammeRow, 'kind' | 'terms'>, account: string) => {
  const name = accountsOf(row)[account] ?? { zh: account, en: account }
  return { nameZh: name.zh, nameEn: name.en }
}

/** Where one account stands: debits less credits. */
export async function readBalance(db: Reader, key: ProgrammeKey, account: string): Promise<number> {
  const [row] = await db
    .select({ cents: sql<string>`coalesce(sum(${programmeLines.cents}), 0)` })
    .from(programmeLines)
    .where(and(ofProgramme(programmeLines, key), eq(programmeLines.account, account)))
  return Number(row?.cents ?? 0)
}

/** The accounts of several programmes of a shop, those that nothing was booked on left out. */
export async function readBalances(
  db: Reader,
  store: string,
  rows: readonly ProgrammeRow[],
): Promise<Map<string, ProgrammeBalance[]>> {
  const found =
    rows.length === 0
      ? []
      : await db
          .select({
            programme: programmeLines.programme,
            account: programmeLines.account,
            cents: sql<string>`sum(${programmeLines.cents})`,
          })
          .from(programmeLines)
          .where(
            and(
              eq(programmeLines.store, store),
              inArray(
                programmeLines.programme,
                rows.map(({ id }) => id),
              ),
            ),
          )
          .groupBy(programmeLines.programme, programmeLines.account)
          .orderBy(asc(programmeLines.programme), asc(programmeLines.account))
  return new Map(rows.map((row) => [row.id, balancesOf(row, found)]))
}

type Sum = { programme: string; account: string; cents: string }

function balancesOf(row: ProgrammeRow, sums: readonly Sum[]): ProgrammeBalance[] {
  const declared = Object.keys(accountsOf(row))
  return sums
    .filter(({ programme }) => programme === row.id)
    .map(({ account, cents }) => ({
      account,
      ...presentAccount(row, account),
      cents: Number(cents),
      party: partyOf(account),
    }))
    .sort((a, b) => declared.indexOf(a.account) - declared.indexOf(b.account))
}
