import type { PlaybookPause } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { playbookPauses } from '../schema.ts'

/** Read with every decision, inside its transaction: a run that begins after the switch was thrown does nothing. */
export async function isPaused(tx: RecordTx, store: string): Promise<boolean> {
  const rows = await tx.select().from(playbookPauses).where(eq(playbookPauses.store, store))
  return rows.length > 0
}

export async function readPause({ records }: Context, store: string): Promise<PlaybookPause> {
  const [row] = await records.db.select().from(playbookPauses).where(eq(playbookPauses.store, store))
  return { paused: row !== undefined, by: row?.pausedBy ?? null, at: row?.at.toISOString() ?? null }
}

/** Throws or lifts the switch that stops everything automatic of a shop. Setting it to what it is changes nothing. */
export function setPause(
  context: Context,
  { store, actor }: ResourceCaller,
  { paused, reason }: { paused: boolean; reason: string },
): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    if ((await isPaused(tx, store)) === paused) return
    if (paused) await tx.insert(playbookPauses).values({ store, pausedBy: actor, at: context.clock.now() })
    else await tx.delete(playbookPauses).where(eq(playbookPauses.store, store))
    await record({ store, actor, action: paused ? 'pause' : 'resume', subject: 'playbooks', reason })
  })
}
