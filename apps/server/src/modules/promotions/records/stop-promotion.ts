import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { STOPS } from '../counters.ts'
import { promotions } from '../schema.ts'
import { workLots } from '../stock/work-lots.ts'
import { writeNotice } from './notices.ts'
import { bumpRulesRevision } from './price-revision.ts'
import { lockPromotion, ownPromotion, type PromotionKey, readVersionRow } from './promotion-rows.ts'

/** Throws the switch inside the caller's transaction: no price after the commit takes anything off by this promotion. */
export async function throwSwitch(
  tx: RecordTx,
  key: PromotionKey,
  { actor, reason, at }: { actor: string; reason: string; at: Date },
): Promise<void> {
  await tx.update(promotions).set({ stoppedAt: at, stoppedBy: actor, stopReason: reason }).where(ownPromotion(key))
  await bumpRulesRevision(tx, key.store)
}

/**
 * The kill switch (P13.07): prices first, then its stock. One that is stopped already stays as it was. Errors: throws `not_found`.
 */
export async function stopPromotion(
  context: Context,
  caller: ResourceCaller,
  promotion: string,
  reason: string,
): Promise<void> {
  await stopPrices(context, caller, promotion, reason)
  await workLots(context, caller.store)
}

function stopPrices(context: Context, caller: ResourceCaller, promotion: string, reason: string): Promise<void> {
  const { store, actor } = caller
  const key = { store, promotion }
  const at = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPromotion(tx, key)
    if (row.stoppedAt) return
    const { body } = await readVersionRow(tx, key, row.approvedVersion ?? row.version)
    await throwSwitch(tx, key, { actor, reason, at })
    STOPS.inc({ by: 'person' })
    await writeNotice(tx, key, { kind: 'stopped', facts: { name: body.name, reason }, at })
    await record({ store, actor, action: 'stop', subject: `promotions/${promotion}`, reason })
  })
}
