import { PlayProgramme, type ProgrammePlayed, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { rememberingMarks } from '../../people/know-person.ts'
import { presentEffects } from '../effects/present-effect.ts'
import { lockProgramme, type ProgrammeKey, type Reader, readProgrammeRow } from '../records/programme-rows.ts'
import { programmeCommands } from '../schema.ts'
import { type PreparedStep, prepareStep } from './prepare-step.ts'
import { presentCases } from './present-case.ts'
import { type TakenStep, takeStep } from './take-step.ts'
import { tickCases } from './tick-cases.ts'

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

async function presentTaken(context: Context, store: Store, taken: TakenStep): Promise<ProgrammePlayed> {
  const now = context.clock.now()
  const rows = taken.moved ? [taken.moved] : []
  const day = businessDayOf(now, store.timezone)
  const [moved] = await presentCases(context, taken.programme, { rows, now, day })
  return { case: moved ?? null, effects: await presentEffects(context, store.id, taken.effects) }
}

/** What the shop itself does stands in the trail; what buyers do would only hide it there. */
const isOfTheShop = ({ command }: PreparedStep): boolean => !command.needsBuyer

async function playLocked(
  context: Context,
  caller: ResourceCaller,
  given: { tx: RecordTx; record: RecordChange; prepared: PreparedStep },
): Promise<ProgrammePlayed> {
  const { tx, record, prepared } = given
  const { key, store, asked, values } = prepared
  const { actor } = caller
  const row = await lockProgramme(tx, key)
  const before = await answeredBefore(tx, key, asked.commandId)
  if (before) return before
  const answer = await presentTaken(context, store, await takeStep(context, tx, { row, prepared }))
  const { commandId: id, caseId = null, command } = asked
  await tx.insert(programmeCommands).values({ ...key, id, caseId, command, answer, actor, at: context.clock.now() })
  const subject = `programmes/${key.programme}`
  if (isOfTheShop(prepared))
    await record({ store: store.id, actor, action: command, subject, after: { caseId, ...values } })
  return answer
}

/**
 * One step of a programme. Steps of a programme come one after the other; the same `commandId` again gives the same answer; the
 * case, what has to be done and the money are written together or not at all.
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
  const prepared = await prepareStep(context, store, { row, asked })
  const person = { store: store.id, buyer: prepared.hash, marks: prepared.marks, at: context.clock.now() }
  return rememberingMarks(context, person, () =>
    auditedTransaction(context, (tx, record) => playLocked(context, caller, { tx, record, prepared })),
  )
}
