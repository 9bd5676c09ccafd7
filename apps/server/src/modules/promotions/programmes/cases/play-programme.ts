import { PlayProgramme, type ProgrammePlayed, type Store } from '@zhanggui/contract'
import { type AnyProgramme, type ProgrammeBuyer, type ProgrammeCommand, readValues } from '@zhanggui/gameplay'
import { businessDayOf } from '@zhanggui/kernel'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { hashPerson } from '../../../admin/people/person-hash.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { presentEffect } from '../effects/present-effect.ts'
import { faultsOf, refusedBy } from '../programme-faults.ts'
import {
  engineOf,
  lockProgramme,
  ofProgramme,
  ownCase,
  type ProgrammeKey,
  type Reader,
  readProgrammeRow,
  seedOf,
} from '../records/programme-rows.ts'
import { type CaseRow, type ProgrammeRow, programmeCases, programmeCommands } from '../schema.ts'
import { countCases, knowBuyer } from './know-buyer.ts'
import { presentCase } from './present-case.ts'
import { tickCases } from './tick-cases.ts'
import { type SteppedCase, writeOutcome } from './write-outcome.ts'

type Asked = ReturnType<typeof PlayProgramme.parse>
type Command = ProgrammeCommand<unknown, unknown, unknown>
/** What is known before anything is locked. */
type Prepared = {
  key: ProgrammeKey
  asked: Asked
  command: Command
  values: Record<string, unknown>
  hash: string
  known: Omit<ProgrammeBuyer, 'cases'> | null
}

/** The answer that was given to this command before, if it was. */
async function answeredBefore(db: Reader, { store, programme }: ProgrammeKey, id: string) {
  const own = and(
    eq(programmeCommands.store, store),
    eq(programmeCommands.programme, programme),
    eq(programmeCommands.id, id),
  )
  const [row] = await db.select().from(programmeCommands).where(own)
  return row?.answer as ProgrammePlayed | undefined
}

function commandOf(engine: AnyProgramme, name: string): Command {
  const command = engine.commands[name]
  if (!command)
    throw new ApiFailure('invalid_request', { where: `command: ${Object.keys(engine.commands).join(', ')}` })
  return command
}

async function readCase(db: Reader, key: ProgrammeKey, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await db.select().from(programmeCases).where(ownCase(key, caseId))
  return row
}

/** Who a step is about: named by a command that opens a case, else the buyer of the case. Empty where nobody is meant. */
async function buyerOf(context: Context, key: ProgrammeKey, { asked, command }: Pick<Prepared, 'asked' | 'command'>) {
  if (asked.buyerId !== undefined) return (await hashPerson(context, key.store, asked.buyerId)).hash
  if (command.needsBuyer && command.opens === 'new') throw refusedBy({ code: 'buyer_needed' })
  if (asked.caseId === undefined) return ''
  return (await readCase(context.records.db, key, asked.caseId))?.buyer ?? ''
}

async function prepare(context: Context, row: ProgrammeRow, key: ProgrammeKey, asked: Asked): Promise<Prepared> {
  const command = commandOf(engineOf(row), asked.command)
  const read = readValues(command.fields, asked.values)
  if (!read.ok) throw faultsOf(read.error)
  if (command.opens !== 'none' && asked.caseId === undefined)
    throw new ApiFailure('invalid_request', { where: 'caseId' })
  const hash = await buyerOf(context, key, { asked, command })
  const known = command.needsBuyer && hash !== '' ? await knowBuyer(context, key.store, hash) : null
  return { key, asked, command, values: read.value as Record<string, unknown>, hash, known }
}

/** Errors: throws `programme_not_open`, or what keeps a case from being opened or found. */
function requireCase({ command }: Prepared, row: ProgrammeRow, stored: CaseRow | undefined): void {
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

/** The step itself, with the programme held: what it looks at cannot change before it is written. */
async function stepLocked(context: Context, store: Store, tx: RecordTx, prepared: Prepared): Promise<ProgrammePlayed> {
  const { key, asked, command, values, hash, known } = prepared
  const row = await lockProgramme(tx, key)
  const before = await answeredBefore(tx, key, asked.commandId)
  if (before) return before
  const caseId = command.opens === 'none' ? '' : (asked.caseId ?? '')
  const stored = caseId === '' ? undefined : await readCase(tx, key, caseId)
  requireCase(prepared, row, stored)
  const now = context.clock.now()
  const day = businessDayOf(now, store.timezone)
  const buyer = known && { ...known, cases: await countCases(tx, key, hash) }
  const step = command.play({
    terms: row.terms,
    desk: row.desk,
    state: stored?.state ?? null,
    caseId,
    buyer,
    command: values,
    others: command.seesAll ? await readAll(tx, key) : [],
    moment: { atMs: now.getTime(), day, seed: seedOf(context, key) },
  })
  if (!step.ok) throw refusedBy(step.error)
  const stepped: SteppedCase | null =
    command.opens === 'none' ? null : { caseId, buyer: stored?.buyer ?? hash, isNew: stored === undefined }
  const effects = await writeOutcome(tx, key, {
    engine: engineOf(row),
    outcome: step.value,
    stepped,
    at: { day, now },
  })
  const moved = stepped && (await readCase(tx, key, caseId))
  const after = { ...row, desk: step.value.desk }
  return { case: moved ? presentCase(after, moved, { day, now }) : null, effects: effects.map(presentEffect) }
}

/**
 * One step of a programme. Steps of a programme come one after the other; the same `commandId` again gives the same answer; the
 * case, what has to be done and the money are written together or not at all. What the shop itself does stands in the trail.
 * Errors: throws `not_found`, `programme_not_open`, `programme_closed`, `programme_refused` with the reason, `programme_faults`.
 */
export async function playProgramme(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { programme: string; play: unknown },
): Promise<ProgrammePlayed> {
  const asked = parseInput(PlayProgramme, given.play)
  const key = { store: store.id, programme: given.programme }
  const row = await readProgrammeRow(context.records.db, key)
  const before = await answeredBefore(context.records.db, key, asked.commandId)
  if (before) return before
  await tickCases(context, store, given.programme)
  const prepared = await prepare(context, row, key, asked)
  const { commandId: id, caseId = null, command } = asked
  const { actor } = caller
  const write = async (tx: RecordTx): Promise<ProgrammePlayed> => {
    const answer = await stepLocked(context, store, tx, prepared)
    await tx
      .insert(programmeCommands)
      .values({ ...key, id, caseId, command, answer, actor, at: context.clock.now() })
      .onConflictDoNothing()
    return answer
  }
  if (prepared.command.needsBuyer) return context.records.transaction(write)
  return auditedTransaction(context, async (tx, record) => {
    const answer = await write(tx)
    const after = { caseId, ...prepared.values }
    await record({ store: store.id, actor, action: command, subject: `programmes/${given.programme}`, after })
    return answer
  })
}
