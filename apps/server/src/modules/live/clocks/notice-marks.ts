import { asc, lt } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { TickJob, TickRound } from '../tick-job.ts'
import { CLOCK_LISTENERS } from './clock-listeners.ts'
import { lockClock } from './clock-rows.ts'
import { handOver } from './hand-over.ts'
import { clocks } from './schema.ts'
import { settleMarks } from './settle-marks.ts'

const AT_ONCE = 200

/** Writes down what clocks have passed since somebody looked. Shape: how many clocks were due. */
export async function noticeMarks(context: Context, { now, signal }: TickRound): Promise<number> {
  const due = await context.records.db
    .select({ store: clocks.store, id: clocks.id })
    .from(clocks)
    .where(lt(clocks.nextAt, now))
    .orderBy(asc(clocks.nextAt))
    .limit(AT_ONCE)
  for (const key of due) {
    if (signal.aborted) break
    await auditedTransaction(context, async (tx, record) => {
      await settleMarks({ tx, record }, await lockClock(tx, key), now)
    })
  }
  return due.length
}

/**
 * Deadlines by the clock: what was passed is written once and handed over once. It reads what is due from the records, so a
 * deadline that was missed while the server was down is written when it comes up again, with the instant at which it was missed.
 */
export const NOTICE_MARKS: TickJob = {
  id: 'clocks',
  everySeconds: 1,
  async run(context, round) {
    while ((await noticeMarks(context, round)) === AT_ONCE && !round.signal.aborted);
    await handOver(context, CLOCK_LISTENERS, round)
  },
}
