import type { ProgrammeProof } from '@zhanggui/contract'
import { asc } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { programmeCases } from '../schema.ts'
import { engineOf, ofProgramme, type ProgrammeKey, readProgrammeRow, seedOf } from './programme-rows.ts'

/**
 * What anybody needs to work the draws out again: terms, digest, cases in the order in which they came, and the seed once nothing
 * is drawn any more. No buyer stands in it. Errors: throws `not_found`.
 */
export async function readProof(context: Context, key: ProgrammeKey): Promise<ProgrammeProof> {
  const { db } = context.records
  const row = await readProgrammeRow(db, key)
  const cases = await db
    .select({ id: programmeCases.id, state: programmeCases.state })
    .from(programmeCases)
    .where(ofProgramme(programmeCases, key))
    .orderBy(asc(programmeCases.number))
  const isPublic = row.closedAt !== null || engineOf(row).isDrawn(row.desk)
  return {
    kind: row.kind,
    commitment: row.commitment,
    seed: isPublic ? seedOf(context, key) : null,
    terms: row.terms,
    cases: cases.map(({ id, state }) => ({ id, state: state as Record<string, unknown> })),
  }
}
