import type { Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { and, asc, lte } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { engineOf, lockProgramme, ofProgramme, type ProgrammeKey, seedOf } from '../records/programme-rows.ts'
import { type CaseRow, programmeCases } from '../schema.ts'
import { writeOutcome } from './write-outcome.ts'

/** Cases that one transaction moves: a hold on the programme stays short. */
const AT_ONCE = 200
/** What is left after so many rounds is moved by the next call. */
const ROUNDS = 50

const isDue = (key: ProgrammeKey, day: BusinessDay) =>
  and(ofProgramme(programmeCases, key), lte(programmeCases.dueDay, day))

async function tickBatch(context: Context, tx: RecordTx, key: ProgrammeKey, day: BusinessDay): Promise<number> {
  const row = await lockProgramme(tx, key)
  const engine = engineOf(row)
  const now = context.clock.now()
  const moment = { atMs: now.getTime(), day, seed: seedOf(context, key) }
  const due: CaseRow[] = await tx
    .select()
    .from(programmeCases)
    .where(isDue(key, day))
    .orderBy(asc(programmeCases.dueDay), asc(programmeCases.number))
    .limit(AT_ONCE)
  let { desk } = row
  for (const { id: caseId, state, buyer } of due) {
    const outcome = engine.tick({ terms: row.terms, desk, state, caseId, moment })
    desk = outcome.desk
    await writeOutcome(tx, key, { engine, outcome, stepped: { caseId, buyer, isNew: false }, at: { day, now } })
  }
  return due.length
}

/**
 * Brings about what time alone decides: deliveries that are due leave, an item that never came is charged, a report is reminded of.
 * Safe to run at any moment and by several at once.
 */
export async function tickCases(context: Context, store: Store, programme: string): Promise<void> {
  const key = { store: store.id, programme }
  const day = businessDayOf(context.clock.now(), store.timezone)
  for (let round = 0; round < ROUNDS; round++) {
    const [due] = await context.records.db
      .select({ id: programmeCases.id })
      .from(programmeCases)
      .where(isDue(key, day))
      .limit(1)
    if (!due) return
    await context.records.transaction((tx) => tickBatch(context, tx, key, day))
  }
}
