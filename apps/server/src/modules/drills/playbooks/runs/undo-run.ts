import { keyOf, undoOf } from '@zhanggui/playbooks'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { ChangeConflict, writeChanges } from '../bindings/index.ts'
import { playbookRuns, playbookUndoWords } from '../schema.ts'
import { lockRun, ownRun } from './answer-run.ts'
import { asksOutside } from './settle-outside.ts'

/** Keeps one person's word that a run is to be undone. Shape: everybody who said so. Errors: throws `playbook_agreed` for a second. */
async function sayUndo(tx: RecordTx, word: { run: number; actor: string; at: Date }): Promise<string[]> {
  const kept = await tx.insert(playbookUndoWords).values(word).onConflictDoNothing().returning()
  if (kept.length === 0) throw new ApiFailure('playbook_agreed')
  const words = await tx.select().from(playbookUndoWords).where(eq(playbookUndoWords.run, word.run))
  return words.map(({ actor }) => actor)
}

/**
 * Puts back exactly what a run changed (P10.18), all or nothing; what was told stays told. It takes as many people as the run
 * did: what two agreed to, one does not take back. The first word is kept and waits for the next.
 * Errors: throws `not_found`, `playbook_run_over` for one that did not act or is undone already, `playbook_changed_since` with
 * what somebody else changed meanwhile.
 */
export async function undoRun(
  context: Context,
  { store, actor }: ResourceCaller,
  id: number,
  reason: string,
): Promise<void> {
  const at = context.clock.now()
  try {
    await auditedTransaction(context, async (tx, record) => {
      const run = await lockRun(tx, store, id)
      if (run.state !== 'applied') throw new ApiFailure('playbook_run_over', { state: run.state })
      const agreed = await sayUndo(tx, { run: id, actor, at })
      const subject = `playbook-runs/${id}`
      if (agreed.length < run.people) {
        await record({ store, actor, action: 'agree-undo', subject, after: { undoAgreedBy: agreed }, reason })
        return
      }
      const changes = undoOf(run.changes)
      await writeChanges(tx, changes, { store, actor, reason: subject, at })
      const undone = { state: 'undone' as const, undoneAt: at, undoneBy: actor }
      await tx
        .update(playbookRuns)
        .set({ ...undone, told: !asksOutside(run.changes) })
        .where(ownRun(store, id))
      await record({ store, actor, action: 'undo', subject, after: { changes }, reason })
    })
  } catch (cause) {
    if (!(cause instanceof ChangeConflict)) throw cause
    const where = cause.conflicts.map(({ change, now }) => `${keyOf(change.subject)} ${change.field}=${now}`)
    throw new ApiFailure('playbook_changed_since', { where: where.join(', ') })
  }
}
