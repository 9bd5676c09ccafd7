import type { PlayProgramme, Store } from '@zhanggui/contract'
import { type AnyProgramme, type ProgrammeBuyer, type ProgrammeCommand, readValues } from '@zhanggui/gameplay'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { hashPerson } from '../../../admin/people/person-hash.ts'
import { type HashedMark, hashMarks } from '../../people/hash-marks.ts'
import { faultsOf, refusedBy } from '../programme-faults.ts'
import { engineOf, ownCase, type ProgrammeKey, type Reader } from '../records/programme-rows.ts'
import { type CaseRow, type ProgrammeRow, programmeCases } from '../schema.ts'
import { knowBuyer } from './know-buyer.ts'

export type AskedStep = ReturnType<typeof PlayProgramme.parse>
type Command = ProgrammeCommand<unknown, unknown, unknown>

/** What is known of a step before anything is locked. `hash`: the buyer it is about; empty where nobody is meant. */
export type PreparedStep = {
  key: ProgrammeKey
  store: Store
  asked: AskedStep
  command: Command
  values: Record<string, unknown>
  hash: string
  marks: readonly HashedMark[]
  known: Omit<ProgrammeBuyer, 'cases'> | null
}

export async function readCaseRow(db: Reader, key: ProgrammeKey, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await db.select().from(programmeCases).where(ownCase(key, caseId))
  return row
}

function commandOf(engine: AnyProgramme, name: string): Command {
  const command = engine.commands[name]
  if (!command)
    throw new ApiFailure('invalid_request', { where: `command: ${Object.keys(engine.commands).join(', ')}` })
  return command
}

/** Named by a command that opens a case, else the buyer of the case. */
async function buyerOf(
  context: Context,
  key: ProgrammeKey,
  { asked, command }: Pick<PreparedStep, 'asked' | 'command'>,
): Promise<string> {
  if (asked.buyerId !== undefined) return hashPerson(context, key.store, asked.buyerId).hash
  if (command.needsBuyer && command.opens === 'new') throw refusedBy({ code: 'buyer_needed' })
  if (!command.needsBuyer || asked.caseId === undefined) return ''
  return (await readCaseRow(context.records.db, key, asked.caseId))?.buyer ?? ''
}

/** Errors: throws `invalid_request`, `programme_faults` with everything that is wrong in the values, `programme_refused`. */
export async function prepareStep(
  context: Context,
  store: Store,
  { row, asked }: { row: ProgrammeRow; asked: AskedStep },
): Promise<PreparedStep> {
  const key = { store: store.id, programme: row.id }
  const command = commandOf(engineOf(row), asked.command)
  const read = readValues(command.fields, asked.values)
  if (!read.ok) throw faultsOf(read.error)
  if (command.opens !== 'none' && asked.caseId === undefined)
    throw new ApiFailure('invalid_request', { where: 'caseId' })
  const hash = await buyerOf(context, key, { asked, command })
  const marks = hash === '' ? [] : hashMarks(context, store.id, asked.marks)
  const person = { store: store.id, buyer: hash, marks, at: context.clock.now() }
  const known = command.needsBuyer && hash !== '' ? await knowBuyer(context, person) : null
  return { key, store, asked, command, values: read.value as Record<string, unknown>, hash, marks, known }
}
