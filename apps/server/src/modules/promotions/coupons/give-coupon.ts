import { checkClaim } from '@zhanggui/promotion'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { readBatchRow, termsOf } from './batch-rows.ts'
import { type Claim, claimFailure, requireOffered, storeClaim } from './claim-coupon.ts'
import type { CouponRow } from './schema.ts'

/**
 * A coupon that the shop itself gives to a buyer it knows, within the transaction of what it is given for: both happen or neither.
 * The same `id` again gives the same coupon. Errors: as claiming one by batch.
 */
export async function giveCoupon(tx: RecordTx, claim: Claim, batchId: string): Promise<CouponRow> {
  const batch = await readBatchRow(tx, claim.store, batchId)
  await requireOffered(tx, batch)
  const counts = { claimed: batch.claimed, claimedByBuyer: 0 }
  const checked = checkClaim(termsOf(batch), { atMs: claim.at.getTime(), tier: 0, ...counts })
  if (!checked.ok) throw claimFailure(checked.error)
  return storeClaim(tx, claim, { batch, hash: undefined, expiresAt: new Date(checked.value.expiresAtMs) })
}
