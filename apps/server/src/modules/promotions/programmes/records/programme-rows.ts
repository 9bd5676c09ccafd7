import { type AnyProgramme, findProgramme } from '@zhanggui/gameplay'
import { and, eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { type ProgrammeRow, programmeCases, programmes } from '../schema.ts'

export type ProgrammeKey = { store: string; programme: string }
export type Reader = Pick<RecordTx, 'select'>

export const ownProgramme = ({ store, programme }: ProgrammeKey) =>
  and(eq(programmes.store, store), eq(programmes.id, programme))

export const ofProgramme = (table: { store: PgColumn; programme: PgColumn }, { store, programme }: ProgrammeKey) =>
  and(eq(table.store, store), eq(table.programme, programme))

export const ownCase = (key: ProgrammeKey, caseId: string) =>
  and(ofProgramme(programmeCases, key), eq(programmeCases.id, caseId))

const missing = ({ programme }: ProgrammeKey) => new ApiFailure('not_found', { what: `programmes/${programme}` })

/** Errors: throws `not_found`. */
export async function readProgrammeRow(db: Reader, key: ProgrammeKey): Promise<ProgrammeRow> {
  const [row] = await db.select().from(programmes).where(ownProgramme(key))
  if (!row) throw missing(key)
  return row
}

/** The programme, held until the transaction ends: its steps come one after the other. Errors: throws `not_found`. */
export async function lockProgramme(tx: RecordTx, key: ProgrammeKey): Promise<ProgrammeRow> {
  const [row] = await tx.select().from(programmes).where(ownProgramme(key)).for('update')
  if (!row) throw missing(key)
  return row
}

export function engineOf({ kind }: Pick<ProgrammeRow, 'kind'>): AnyProgramme {
  const engine = findProgramme(kind)
  if (!engine) throw new Error(`every programme that is stored is declared, got ${kind}`)
  return engine
}

/** The seed of a programme: derived from the installation's key, so that no table and no backup of records holds it. */
export const seedOf = (context: Context, { store, programme }: ProgrammeKey): string =>
  context.secrets.derive(`programmes/${store}/${programme}`).toString('hex')
