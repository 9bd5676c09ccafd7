import { type ProgrammeCase, type ProgrammeCasePage, ProgrammeCaseQuery, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { and, desc, eq, like, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { ofProgramme, ownCase, readProgrammeRow } from '../records/programme-rows.ts'
import { programmeCases } from '../schema.ts'
import { presentCases } from './present-case.ts'
import { tickCases } from './tick-cases.ts'

const partOf = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Cases of a programme as they stand today, the last that moved first. Errors: throws `not_found`. */
export async function listCases(
  context: Context,
  store: Store,
  given: { programme: string; query: ProgrammeCaseQuery },
): Promise<ProgrammeCasePage> {
  const { status, q, offset, limit } = parseInput(ProgrammeCaseQuery, given.query)
  const key = { store: store.id, programme: given.programme }
  const { db } = context.records
  await readProgrammeRow(db, key)
  await tickCases(context, store, given.programme)
  const row = await readProgrammeRow(db, key)
  const asked = and(
    ofProgramme(programmeCases, key),
    ...(status === undefined ? [] : [eq(programmeCases.status, status)]),
    ...(q === undefined || q === '' ? [] : [like(programmeCases.id, partOf(q))]),
  )
  const [total] = await db.select({ count: sql<number>`count(*)::int` }).from(programmeCases).where(asked)
  const rows = await db
    .select()
    .from(programmeCases)
    .where(asked)
    .orderBy(desc(programmeCases.movedAt), desc(programmeCases.number))
    .offset(offset)
    .limit(limit)
  const now = context.clock.now()
  const at = { now, day: businessDayOf(now, store.timezone) }
  return { cases: await presentCases(context, row, { rows, ...at }), total: total?.count ?? 0 }
}

/** Errors: throws `not_found`. */
export async function readCase(
  context: Context,
  store: Store,
  given: { programme: string; caseId: string },
): Promise<ProgrammeCase> {
  const { programme, caseId } = given
  const key = { store: store.id, programme }
  const { db } = context.records
  await readProgrammeRow(db, key)
  await tickCases(context, store, programme)
  const row = await readProgrammeRow(db, key)
  const [found] = await db.select().from(programmeCases).where(ownCase(key, caseId))
  if (!found) throw new ApiFailure('not_found', { what: `programmes/${programme}/cases/${caseId}` })
  const now = context.clock.now()
  const day = businessDayOf(now, store.timezone)
  const [one] = await presentCases(context, row, { rows: [found], now, day })
  if (!one) throw new Error('a case that was read is presented')
  return one
}
