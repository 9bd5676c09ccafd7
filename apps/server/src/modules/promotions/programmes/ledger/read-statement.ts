import { createHash } from 'node:crypto'
import { type ProgrammeStatement, ProgrammeStatementQuery, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { and, asc, eq, gte, lt, lte, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { canonicalJson } from '../../../admin/canonical-json.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { ofProgramme, type ProgrammeKey, type Reader, readProgrammeRow } from '../records/programme-rows.ts'
import { type LineRow, programmeLines } from '../schema.ts'
import { accountsOf } from './read-balances.ts'

type Days = { fromDay: string | null; throughDay: string }

const onAccount = (key: ProgrammeKey, account: string) =>
  and(ofProgramme(programmeLines, key), eq(programmeLines.account, account))

async function openingOf(db: Reader, key: ProgrammeKey, account: string, { fromDay }: Days): Promise<number> {
  if (fromDay === null) return 0
  const [row] = await db
    .select({ cents: sql<string>`coalesce(sum(${programmeLines.cents}), 0)` })
    .from(programmeLines)
    .where(and(onAccount(key, account), lt(programmeLines.day, fromDay)))
  return Number(row?.cents ?? 0)
}

const linesOf = (db: Reader, key: ProgrammeKey, account: string, { fromDay, throughDay }: Days): Promise<LineRow[]> =>
  db
    .select()
    .from(programmeLines)
    .where(
      and(
        onAccount(key, account),
        lte(programmeLines.day, throughDay),
        ...(fromDay === null ? [] : [gte(programmeLines.day, fromDay)]),
      ),
    )
    .orderBy(asc(programmeLines.number))

function withBalances(rows: readonly LineRow[], openingCents: number): ProgrammeStatement['lines'] {
  let balanceCents = openingCents
  return rows.map(({ day, caseId, key, memo, cents }) => {
    balanceCents += cents
    return { day, caseId, key, memo, cents, balanceCents }
  })
}

/**
 * Every line of one account in a range of business days, with what stood before and after it. Orders and cards are named, buyers
 * never are, so that a donation's statement can be published as it is.
 * Errors: throws `not_found` for a programme or an account that is not there, `invalid_request` for days the wrong way round.
 */
export async function readStatement(
  context: Context,
  store: Store,
  given: { programme: string; query: ProgrammeStatementQuery },
): Promise<ProgrammeStatement> {
  const { account, fromDay = null, throughDay: through } = parseInput(ProgrammeStatementQuery, given.query)
  const { programme } = given
  const key = { store: store.id, programme }
  const { db } = context.records
  const row = await readProgrammeRow(db, key)
  const name = accountsOf(row)[account]
  if (!name) throw new ApiFailure('not_found', { what: `programmes/${programme}/accounts/${account}` })
  const throughDay = through ?? businessDayOf(context.clock.now(), store.timezone)
  if (fromDay !== null && fromDay > throughDay)
    throw new ApiFailure('invalid_request', { where: 'fromDay is after throughDay' })
  await tickCases(context, store, programme)
  const days = { fromDay, throughDay }
  const openingCents = await openingOf(db, key, account, days)
  const lines = withBalances(await linesOf(db, key, account, days), openingCents)
  const closingCents = lines.at(-1)?.balanceCents ?? openingCents
  const told = { programme, account, ...days, openingCents, lines, closingCents }
  const sha256 = createHash('sha256').update(canonicalJson(told)).digest('hex')
  return { ...told, name: row.name, accountZh: name.zh, accountEn: name.en, sha256 }
}
