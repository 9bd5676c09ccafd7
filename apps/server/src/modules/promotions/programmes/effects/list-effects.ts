import { type ProgrammeEffect, ProgrammeEffectQuery, type Store } from '@zhanggui/contract'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { ofProgramme, readProgrammeRow } from '../records/programme-rows.ts'
import { programmeEffects } from '../schema.ts'
import { presentEffects } from './present-effect.ts'

/** What came of a programme, in the order in which it came; `open` only what still has to be done. Errors: throws `not_found`. */
export async function listEffects(
  context: Context,
  store: Store,
  given: { programme: string; query: ProgrammeEffectQuery },
): Promise<ProgrammeEffect[]> {
  const { open, kind, limit } = parseInput(ProgrammeEffectQuery, given.query)
  const key = { store: store.id, programme: given.programme }
  await readProgrammeRow(context.records.db, key)
  await tickCases(context, store, given.programme)
  const rows = await context.records.db
    .select()
    .from(programmeEffects)
    .where(
      and(
        ofProgramme(programmeEffects, key),
        ...(open === 'yes' ? [isNull(programmeEffects.doneAt)] : []),
        ...(kind === undefined ? [] : [eq(programmeEffects.kind, kind)]),
      ),
    )
    .orderBy(asc(programmeEffects.number))
    .limit(limit)
  const names = await namesOfActors(
    context,
    rows.map(({ doneBy }) => doneBy ?? ''),
  )
  const named = rows.map((row) => ({ ...row, doneBy: row.doneBy && (names.get(row.doneBy) ?? row.doneBy) }))
  return presentEffects(context, store.id, named)
}
