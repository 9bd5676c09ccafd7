import type { Context } from '../../../../context.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { programmes } from '../schema.ts'
import { lockProgramme, ownProgramme } from './programme-rows.ts'

/**
 * Ends a programme: no new case comes about, those that are open go on to their end, and the seed is published. Closing again
 * changes nothing. Errors: throws `not_found`.
 */
export async function closeProgramme(context: Context, caller: ResourceCaller, programme: string): Promise<void> {
  const { store, actor } = caller
  const key = { store, programme }
  await auditedTransaction(context, async (tx, record) => {
    const row = await lockProgramme(tx, key)
    if (row.closedAt) return
    await tx.update(programmes).set({ closedAt: context.clock.now() }).where(ownProgramme(key))
    await record({ store, actor, action: 'close', subject: `programmes/${programme}` })
  })
}
