import type { Change, Fields } from '@zhanggui/playbooks'
import { eq } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { writeNotice } from '../../../promotions/records/notices.ts'
import { bumpRulesRevision } from '../../../promotions/records/price-revision.ts'
import { ownPromotion, readVersionRow } from '../../../promotions/records/promotion-rows.ts'
import { throwSwitch } from '../../../promotions/records/stop-promotion.ts'
import { promotions } from '../../../promotions/schema.ts'
import type { Binding, Stamp } from './binding.ts'

async function stop(tx: RecordTx, promotion: string, { store, actor, reason, at }: Stamp): Promise<void> {
  const key = { store, promotion }
  const [row] = await tx.select().from(promotions).where(ownPromotion(key))
  if (!row) return
  const { body } = await readVersionRow(tx, key, row.approvedVersion ?? row.version)
  await throwSwitch(tx, key, { actor, reason, at })
  await writeNotice(tx, key, { kind: 'stopped', facts: { name: body.name, reason }, at })
}

/** Only what a playbook stopped is put back, by its undo: the approved version holds again as it did. */
async function putBack(tx: RecordTx, promotion: string, { store }: Stamp): Promise<void> {
  await tx
    .update(promotions)
    .set({ stoppedAt: null, stoppedBy: null, stopReason: null })
    .where(ownPromotion({ store, promotion }))
  await bumpRulesRevision(tx, store)
}

/** A promotion is active while it is approved and not stopped. */
export const PROMOTIONS: Binding = {
  type: 'promotion',
  async read(tx, store, forUpdate) {
    const asked = tx.select().from(promotions).where(eq(promotions.store, store))
    const rows = await (forUpdate ? asked.for('update') : asked)
    return new Map(
      rows.map(({ id, approvedVersion, stoppedAt }): [string, Fields] => [
        id,
        { active: approvedVersion !== null && stoppedAt === null },
      ]),
    )
  },
  async write(tx, changes: readonly Change[], stamp) {
    for (const { subject, after } of changes)
      await (after === false ? stop(tx, subject.id, stamp) : putBack(tx, subject.id, stamp))
  },
}
