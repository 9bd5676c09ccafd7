import { DUE } from '@zhanggui/clocks'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { TickRound } from '../tick-job.ts'
import type { ClockListener, ClockMarkPassed } from './clock-listener.ts'
import { lockClock, type StoredClock } from './clock-rows.ts'
import { clockMarks } from './schema.ts'

type MarkRow = typeof clockMarks.$inferSelect

const AT_ONCE = 200
const AGAIN_MS = 30_000

const isThis = ({ store, clock, step, round, mark }: MarkRow) =>
  and(
    eq(clockMarks.store, store),
    eq(clockMarks.clock, clock),
    eq(clockMarks.step, step),
    eq(clockMarks.round, round),
    eq(clockMarks.mark, mark),
  )

/** The step as the newest policy that has it says; null when no policy does, which no mark comes from. */
function describeMark({ row, clock }: StoredClock, passed: MarkRow): ClockMarkPassed | null {
  const policies = [clock.policy, ...clock.events.flatMap((e) => (e.kind === 'policy' ? [e.policy] : []))].toReversed()
  const policy = policies.find(({ steps }) => steps.some(({ id }) => id === passed.step))
  const step = policy?.steps.find(({ id }) => id === passed.step)
  if (!policy || !step) return null
  const declared = step.marks.find(({ id }) => id === passed.mark)
  const { id, nameZh, nameEn, targetMs } = step
  return {
    store: row.store,
    clock: row.id,
    ladder: { id: policy.id, nameZh: policy.nameZh, nameEn: policy.nameEn },
    subject: { kind: row.subjectKind, id: row.subjectId },
    title: row.title,
    owner: row.owner,
    step: { id, nameZh, nameEn, targetMs },
    round: passed.round,
    mark: passed.mark,
    kind: passed.mark === DUE ? 'breach' : (declared?.kind ?? 'warning'),
    tells: declared?.tells ?? null,
    at: passed.at,
  }
}

async function handOne(context: Context, listeners: readonly ClockListener[], mark: MarkRow, now: Date): Promise<void> {
  await auditedTransaction(context, async (tx, record) => {
    const stored = await lockClock(tx, { store: mark.store, id: mark.clock })
    const mine = and(isThis(mark), isNull(clockMarks.handedAt))
    const [row] = await tx.update(clockMarks).set({ handedAt: now }).where(mine).returning()
    // Handed by another process meanwhile, or undone by an event before anybody heard of it.
    if (!row || row.withdrawnAt) return
    const passed = describeMark(stored, row)
    if (passed) for (const listener of listeners) await listener.hear(context, { tx, record }, passed)
  })
}

/** Hands every passed mark to those who act on it, once. Shape: how many were tried. */
export async function handOver(
  context: Context,
  listeners: readonly ClockListener[],
  { now, signal }: TickRound,
): Promise<number> {
  const waiting = await context.records.db
    .select()
    .from(clockMarks)
    .where(and(isNull(clockMarks.handedAt), lte(clockMarks.handAfter, now)))
    .orderBy(asc(clockMarks.at))
    .limit(AT_ONCE)
  for (const mark of waiting) {
    if (signal.aborted) break
    try {
      await handOne(context, listeners, mark, now)
    } catch (cause) {
      context.log.error(
        { clock: mark.clock, mark: mark.mark, cause },
        'clocks: a passed mark was not heard; again soon',
      )
      const handAfter = new Date(now.getTime() + AGAIN_MS)
      await context.records.db.update(clockMarks).set({ handAfter }).where(isThis(mark))
    }
  }
  return waiting.length
}
