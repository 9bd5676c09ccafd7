import { DUE, type PassedMark, passedMarks, type ReadClock, readClock } from '@zhanggui/clocks'
import { and, eq } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { RecordChange } from '../../admin/audit.ts'
import { type ClockKey, isClock, type StoredClock } from './clock-rows.ts'
import { clockMarks, clocks } from './schema.ts'

type MarkRow = typeof clockMarks.$inferSelect

const keyOf = ({ step, round, mark }: Pick<MarkRow, 'step' | 'round' | 'mark'>): string => `${step}/${round}/${mark}`

const isMark = (key: ClockKey, { step, round, mark }: Pick<MarkRow, 'step' | 'round' | 'mark'>) =>
  and(
    eq(clockMarks.store, key.store),
    eq(clockMarks.clock, key.id),
    eq(clockMarks.step, step),
    eq(clockMarks.round, round),
    eq(clockMarks.mark, mark),
  )

/** False when it stands already: its key keeps it single. */
async function addMark(tx: RecordTx, key: ClockKey, passed: PassedMark, now: Date): Promise<boolean> {
  const { step, round, mark, at } = passed
  const row = { store: key.store, clock: key.id, step, round, mark, at: new Date(at), noticedAt: now, handAfter: now }
  const added = await tx.insert(clockMarks).values(row).onConflictDoNothing().returning({ mark: clockMarks.mark })
  return added.length > 0
}

/** A mark that an event has undone is withdrawn; one that stands again is no longer. */
async function settleMark(tx: RecordTx, key: ClockKey, before: MarkRow, passed: PassedMark | undefined, now: Date) {
  const withdrawnAt = passed ? null : (before.withdrawnAt ?? now)
  const at = passed ? new Date(passed.at) : before.at
  if (withdrawnAt?.getTime() === before.withdrawnAt?.getTime() && at.getTime() === before.at.getTime()) return
  await tx.update(clockMarks).set({ withdrawnAt, at }).where(isMark(key, before))
}

const SETTLED: readonly ReadClock['state'][] = ['finished', 'resolved', 'cancelled']

/**
 * Brings the record of a clock in step with what it says at an instant: each mark that was passed is a row once and for good,
 * one that an event entered later has undone is withdrawn, and the next instant to look is known. Inside the caller's
 * transaction, which holds the clock. A deadline missed is in the trail.
 */
export async function settleMarks(
  { tx, record }: { tx: RecordTx; record: RecordChange },
  { row, clock }: Pick<StoredClock, 'row' | 'clock'>,
  now: Date,
): Promise<ReadClock> {
  const key = { store: row.store, id: row.id }
  const state = readClock(clock, now.getTime())
  const passed = passedMarks(clock, now.getTime())
  const known = await tx
    .select()
    .from(clockMarks)
    .where(and(eq(clockMarks.store, key.store), eq(clockMarks.clock, key.id)))
  const byKey = new Map(passed.map((mark) => [keyOf(mark), mark]))
  for (const before of known) await settleMark(tx, key, before, byKey.get(keyOf(before)), now)
  const fresh: PassedMark[] = []
  for (const mark of passed) if (await addMark(tx, key, mark, now)) fresh.push(mark)
  const settledAt = SETTLED.includes(state.state) ? (row.settledAt ?? now) : null
  const nextAt = state.nextAt === null ? null : new Date(state.nextAt)
  await tx.update(clocks).set({ state: state.state, nextAt, settledAt }).where(isClock(key))
  const missed = fresh.filter(({ mark }) => mark === DUE)
  if (missed.length > 0) await record(...missed.map((mark) => breachEntry(key, row.ladder, mark)))
  return state
}

const breachEntry = ({ store, id }: ClockKey, ladder: string, { step, round, at }: PassedMark) => ({
  store,
  actor: 'system',
  action: 'breach',
  subject: `clocks/${id}`,
  after: { ladder, step, round, dueAt: new Date(at).toISOString() },
})
