import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../admin/audit.ts'
import type { ClockRow, Subject } from './clock-rows.ts'
import { readLadder, type ShopLadder } from './read-ladders.ts'
import { clocks } from './schema.ts'
import { settleMarks } from './settle-marks.ts'

export type ClockWork = { tx: RecordTx; record: RecordChange }

export type StartClock = {
  /** From `readLadder`, read before the transaction. */
  ladder: ShopLadder
  subject: Subject
  /** What it is about, for people. */
  title: string
  /** `user:<id>`; null for nobody yet. */
  owner: string | null
  /** When the matter began; never ahead of now. Default now. */
  startedAt?: Date
}

type Actor = { store: string; actor: string }

async function findStarted(tx: RecordTx, store: string, { ladder, subject }: StartClock): Promise<ClockRow | null> {
  const { kind, id } = subject
  const [row] = await tx
    .select()
    .from(clocks)
    .where(
      and(
        eq(clocks.store, store),
        eq(clocks.subjectKind, kind),
        eq(clocks.subjectId, id),
        eq(clocks.ladder, ladder.id),
      ),
    )
  return row ?? null
}

/**
 * Starts a ladder on a subject inside the caller's transaction. A subject carries as many clocks as it has ladders; the same
 * ladder again gives the clock that runs already, so that a repeated start never begins the time anew.
 * Errors: throws `clock_instant` for a start ahead of now.
 * @example await startClockIn(context, work, caller, { ladder, subject: { kind: 'incident', id }, title, owner: null })
 */
export async function startClockIn(
  context: Context,
  work: ClockWork,
  { store, actor }: Actor,
  start: StartClock,
): Promise<{ id: string; created: boolean }> {
  const now = context.clock.now()
  const startedAt = start.startedAt ?? now
  if (startedAt > now) throw new ApiFailure('clock_instant')
  const { ladder, subject, title, owner } = start
  const { policy, policyHash } = ladder
  const values = {
    store,
    id: randomUUID(),
    ladder: ladder.id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    title,
    owner,
    policy,
    policyHash,
    startedAt,
    startedBy: actor,
    state: 'running' as const,
  }
  const [row] = await work.tx.insert(clocks).values(values).onConflictDoNothing().returning()
  if (!row) {
    const running = await findStarted(work.tx, store, start)
    if (!running) throw new ApiFailure('not_found', { what: `ladders/${ladder.id}` })
    return { id: running.id, created: false }
  }
  const after = { ladder: ladder.id, subject, startedAt: startedAt.toISOString(), owner }
  await work.record({ store, actor, action: 'start', subject: `clocks/${row.id}`, after })
  await settleMarks(work, { row, clock: { policy, startedAt: startedAt.getTime(), events: [] } }, now)
  return { id: row.id, created: true }
}

/** Starts a ladder on a subject. Errors: throws `not_found` for a ladder the shop does not have, and as `startClockIn`. */
export async function startClock(
  context: Context,
  actor: Actor,
  { ladder, ...start }: Omit<StartClock, 'ladder'> & { ladder: string },
): Promise<{ id: string; created: boolean }> {
  const found = await readLadder(context, actor.store, ladder)
  return auditedTransaction(context, (tx, record) =>
    startClockIn(context, { tx, record }, actor, { ...start, ladder: found }),
  )
}
