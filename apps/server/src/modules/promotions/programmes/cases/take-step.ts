import { businessDayOf } from '@zhanggui/kernel'
import { asc } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { knowPerson } from '../../people/know-person.ts'
import { refusedBy } from '../programme-faults.ts'
import { engineOf, ofProgramme, type ProgrammeKey, seedOf } from '../records/programme-rows.ts'
import { type CaseRow, type EffectRow, type ProgrammeRow, programmeCases } from '../schema.ts'
import { countCases } from './know-buyer.ts'
import { type PreparedStep, readCaseRow } from './prepare-step.ts'
import { type SteppedCase, writeOutcome } from './write-outcome.ts'

/** What a step left behind: the programme and the case as they are now, and what has to be done. */
export type TakenStep = { programme: ProgrammeRow; moved: CaseRow | null; effects: EffectRow[] }

/** Errors: throws `programme_not_open`, `programme_closed`, or what keeps a case from being opened or found. */
function requireCase({ command }: PreparedStep, row: ProgrammeRow, stored: CaseRow | undefined): void {
  if (!row.openedAt) throw new ApiFailure('programme_not_open')
  if (command.opens === 'new' && row.closedAt) throw new ApiFailure('programme_closed')
  if (command.opens === 'new' && stored) throw refusedBy({ code: 'already_there' })
  if (command.opens === 'no' && !stored) throw refusedBy({ code: 'not_there' })
}

const readAll = (tx: RecordTx, key: ProgrammeKey) =>
  tx
    .select({ caseId: programmeCases.id, state: programmeCases.state })
    .from(programmeCases)
    .where(ofProgramme(programmeCases, key))
    .orderBy(asc(programmeCases.number))

function steppedOf({ command, asked, hash }: PreparedStep, stored: CaseRow | undefined): SteppedCase | null {
  if (command.opens === 'none') return null
  return { caseId: asked.caseId ?? '', buyer: stored?.buyer ?? hash, isNew: stored === undefined }
}

/**
 * Takes a step of a programme that the caller holds in `tx`: what it looks at cannot change before it is written.
 * Errors: throws `programme_not_open`, `programme_closed`, `programme_refused` with the reason; nothing is written then.
 */
export async function takeStep(
  context: Context,
  tx: RecordTx,
  { row, prepared }: { row: ProgrammeRow; prepared: PreparedStep },
): Promise<TakenStep> {
  const { key, store, command, asked, values, hash, marks, known } = prepared
  const caseId = command.opens === 'none' ? '' : (asked.caseId ?? '')
  const stored = caseId === '' ? undefined : await readCaseRow(tx, key, caseId)
  requireCase(prepared, row, stored)
  const now = context.clock.now()
  const day = businessDayOf(now, store.timezone)
  const accounts = known ? await knowPerson(tx, { store: store.id, buyer: hash, marks, at: now }) : []
  const step = command.play({
    terms: row.terms,
    desk: row.desk,
    state: stored?.state ?? null,
    caseId,
    buyer: known && { ...known, cases: await countCases(tx, key, accounts) },
    command: values,
    others: command.seesAll ? await readAll(tx, key) : [],
    moment: { atMs: now.getTime(), day, seed: seedOf(context, key) },
  })
  if (!step.ok) throw refusedBy(step.error)
  const stepped = steppedOf(prepared, stored)
  const engine = engineOf(row)
  const effects = await writeOutcome(tx, key, { engine, outcome: step.value, stepped, at: { day, now } })
  const moved = stepped ? ((await readCaseRow(tx, key, caseId)) ?? null) : null
  return { programme: { ...row, desk: step.value.desk }, moved, effects }
}
