import type { AnyProgramme, ProgrammeOutcome } from '@zhanggui/gameplay'
import type { BusinessDay } from '@zhanggui/kernel'
import { sql } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { writeEffects } from '../effects/write-effects.ts'
import { postEntries } from '../ledger/post-entries.ts'
import { ofProgramme, ownCase, ownProgramme, type ProgrammeKey } from '../records/programme-rows.ts'
import { type EffectRow, programmeCases, programmes } from '../schema.ts'

/** The case a step was about; `isNew` when it comes about by it. */
export type SteppedCase = { caseId: string; buyer: string; isNew: boolean }
export type At = { day: BusinessDay; now: Date }

async function writeCase(
  tx: RecordTx,
  key: ProgrammeKey,
  given: { stepped: SteppedCase; status: string; state: unknown; dueDay: BusinessDay | null; now: Date },
): Promise<void> {
  const { stepped, status, state, dueDay, now } = given
  const moved = { status, state, dueDay, movedAt: now }
  const { caseId: id, buyer, isNew } = stepped
  if (isNew) await tx.insert(programmeCases).values({ ...key, id, buyer, ...moved, openedAt: now })
  else await tx.update(programmeCases).set(moved).where(ownCase(key, id))
}

/** Every case is looked at again: what they share has changed. */
const wakeAll = (tx: RecordTx, key: ProgrammeKey, day: BusinessDay) =>
  tx.update(programmeCases).set({ dueDay: day }).where(ofProgramme(programmeCases, key))

/**
 * Writes what a step left behind: the desk, the case, what has to be done, and the money; all of it or nothing.
 * Shape: the effects that are new.
 */
export async function writeOutcome(
  tx: RecordTx,
  key: ProgrammeKey,
  given: {
    engine: AnyProgramme
    outcome: ProgrammeOutcome<unknown, unknown>
    stepped: SteppedCase | null
    at: At
  },
): Promise<EffectRow[]> {
  const { engine, outcome, stepped, at } = given
  const { desk, state, dueDay, effects, entries, wakes } = outcome
  await tx
    .update(programmes)
    .set({ desk: sql`${JSON.stringify(desk)}::jsonb` })
    .where(ownProgramme(key))
  if (stepped && state !== null)
    await writeCase(tx, key, { stepped, status: engine.statusOf(state), state, dueDay, now: at.now })
  if (wakes) await wakeAll(tx, key, at.day)
  const about = { caseId: stepped?.caseId ?? '', buyer: stepped?.buyer ?? '' }
  await postEntries(tx, key, { entries, caseId: about.caseId, ...at })
  return writeEffects(tx, key, { effects, ...about, ...at })
}
