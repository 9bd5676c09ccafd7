import { SetServiceLevel } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { serviceLevels } from '../degrade/schema.ts'

/** At least this much is left out for the shop from now on; 0: the load alone decides again. Other shops are not touched. */
export async function setServiceLevel(
  context: Context,
  { store, actor }: { store: string; actor: string },
  input: SetServiceLevel,
): Promise<void> {
  const { level, reason } = parseInput(SetServiceLevel, input)
  await auditedTransaction(context, async (tx, record) => {
    const [before] = await tx.select().from(serviceLevels).where(eq(serviceLevels.store, store)).for('update')
    const row = { level, reason, setBy: actor, setAt: context.clock.now() }
    if (level === 0) await tx.delete(serviceLevels).where(eq(serviceLevels.store, store))
    else
      await tx
        .insert(serviceLevels)
        .values({ store, ...row })
        .onConflictDoUpdate({ target: serviceLevels.store, set: row })
    await record({
      store,
      actor,
      action: 'update',
      subject: 'service-level',
      before: { level: before?.level ?? 0 },
      after: { level },
      reason,
    })
  })
}
