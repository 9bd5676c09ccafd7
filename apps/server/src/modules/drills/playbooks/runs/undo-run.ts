import { keyOf, undoOf } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { ChangeConflict, writeChanges } from '../bindings/index.ts'
import { playbookRuns } from '../schema.ts'
import { lockRun, ownRun } from './answer-run.ts'

/**
 * Puts back exactly what a run changed (P10.18), all or nothing; what was told stays told.
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
      const changes = undoOf(run.changes)
      await writeChanges(tx, changes, { store, actor, reason: `playbook-runs/${id}`, at })
      await tx.update(playbookRuns).set({ state: 'undone', undoneAt: at, undoneBy: actor }).where(ownRun(store, id))
      await record({ store, actor, action: 'undo', subject: `playbook-runs/${id}`, after: { changes }, reason })
    })
  } catch (cause) {
    if (!(cause instanceof ChangeConflict)) throw cause
    const where = cause.conflicts.map(({ change, now }) => `${keyOf(change.subject)} ${change.field}=${now}`)
    throw new ApiFailure('playbook_changed_since', { where: where.join(', ') })
  }
}
