import type { PromotionFinding, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { ownVersion, readLivingPromotion } from '../records/promotion-rows.ts'
import { rulesOfBody } from '../records/rules-of-body.ts'
import { promotionVersions } from '../schema.ts'
import { findProblems } from './find-problems.ts'

/**
 * Checks the newest version of a promotion beside what is in force, and keeps what was found with the version.
 * Errors: throws `not_found`.
 */
export async function checkPromotion(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  promotion: string,
): Promise<PromotionFinding[]> {
  const key = { store: caller.store, promotion }
  const { db } = context.records
  const { newest } = await readLivingPromotion(db, key)
  const { body } = newest
  const findings = await findProblems(context, store, { id: promotion, ...body, rules: rulesOfBody(body) })
  await db
    .update(promotionVersions)
    .set({ findings, checkedAt: context.clock.now() })
    .where(ownVersion(key, newest.number))
  return findings
}
