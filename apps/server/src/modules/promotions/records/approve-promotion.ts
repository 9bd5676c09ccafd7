import type { Store } from '@zhanggui/contract'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { checkPromotion } from '../questions/check-promotion.ts'
import { findingsFailure } from '../questions/findings-failure.ts'
import { requireFit } from '../questions/require-fit.ts'
import { promotionBurns, promotions, promotionVersions } from '../schema.ts'
import { planLots } from '../stock/plan-lots.ts'
import { requireLots } from '../stock/require-lots.ts'
import { workLots } from '../stock/work-lots.ts'
import { writeNotice } from './notices.ts'
import { bumpRulesRevision } from './price-revision.ts'
import {
  lockPromotion,
  ownPromotion,
  ownVersion,
  type PromotionKey,
  readPromotionRow,
  readVersionRow,
} from './promotion-rows.ts'

const Payload = z.object({
  promotion: z.string(),
  version: z.number().int(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  rules: z.array(z.string()),
  budgetCents: z.number().int().nullable(),
})

/** Errors: throws `stale_version` when the version that was asked for is not the newest any more. */
async function requireNewest(tx: RecordTx, key: PromotionKey, version: number): Promise<void> {
  const row = await lockPromotion(tx, key)
  if (row.version === version) return
  const { madeBy, madeAt } = await readVersionRow(tx, key, row.version)
  throw new ApiFailure('stale_version', { version: row.version, changedBy: madeBy, changedAt: madeAt.toISOString() })
}

/** Orders hold the budget before they stop its promotion; whoever takes both takes the budget first, so that neither waits for the other. */
async function setBudget(tx: RecordTx, key: PromotionKey, budgetCents: number | null): Promise<void> {
  await tx
    .insert(promotionBurns)
    .values({ ...key, budgetCents })
    .onConflictDoUpdate({ target: [promotionBurns.store, promotionBurns.promotion], set: { budgetCents } })
}

async function putInForce(
  tx: RecordTx,
  key: PromotionKey,
  version: number,
  by: { actor: string; at: Date; name: string },
) {
  await tx.update(promotionVersions).set({ approvedBy: by.actor, approvedAt: by.at }).where(ownVersion(key, version))
  await tx
    .update(promotions)
    .set({ approvedVersion: version, stoppedAt: null, stoppedBy: null, stopReason: null })
    .where(ownPromotion(key))
  await bumpRulesRevision(tx, key.store)
  await writeNotice(tx, key, { kind: 'approved', facts: { name: by.name }, at: by.at })
}

/** Rules that give money away go into force with a second person's word (P13.10, P6.33). */
export const PROMOTION_APPROVAL = defineApproval({
  id: 'promotion',
  nameZh: '促销生效',
  nameEn: 'Putting a promotion into force',
  payload: Payload,
  permissions: { ask: 'plan:write', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ name, version, from, until, rules, budgetCents }) => ({
    zh: `“${name}”第 ${version} 版生效，${from} 至 ${until}`,
    en: `Put "${name}" version ${version} into force, ${from} to ${until}`,
    changes: [
      {
        subject: '',
        nameZh: '店铺承担上限',
        nameEn: 'Most that the shop pays',
        unit: 'money',
        before: null,
        after: budgetCents,
      },
      ...rules.map((rule) => ({
        subject: '',
        nameZh: '规则',
        nameEn: 'Rule',
        unit: 'text' as const,
        before: null,
        after: rule,
      })),
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const key = { store: asker.store, promotion: payload.promotion }
    await setBudget(tx, key, payload.budgetCents)
    await requireNewest(tx, key, payload.version)
    await requireFit(tx, key, payload.version)
    const at = context.clock.now()
    const { body } = await readVersionRow(tx, key, payload.version)
    await planLots(tx, key, body)
    await putInForce(tx, key, payload.version, { actor: asker.actor, at, name: payload.name })
    const after = { version: payload.version, rules: payload.rules, budgetCents: payload.budgetCents }
    const subject = `promotions/${payload.promotion}`
    await record({ store: asker.store, actor: asker.actor, action: 'approve', subject, after, reason })
  },
})

/**
 * Asks for a version to go into force; a stopped promotion starts again this way. The version is checked anew first.
 * Shape: whether it is in force now, or the request that waits.
 * Errors: throws `not_found`, `stale_version`, `promotion_findings` while an error is found, `promotion_ended`, those of `requireLots`.
 */
export async function approvePromotion(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { promotion: string; version: number; reason: string },
): Promise<{ performed: boolean; request: string | null }> {
  const { promotion, version } = given
  const key = { store: caller.store, promotion }
  const { db } = context.records
  await requireOpen(context, key, version)
  const found = await checkPromotion(context, caller, store, promotion)
  const errors = found.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw findingsFailure('promotion_findings', errors)
  const { body } = await readVersionRow(db, key, version)
  await requireLots(context, key, body)
  const { name, from, until, rules, budgetCents } = body
  const payload = { promotion, version, name, from, until, budgetCents, rules: rules.map((rule) => rule.name) }
  const reason = given.reason || name
  const asked = await namingActors(context, () =>
    requestApproval(context, PROMOTION_APPROVAL, caller, { payload, reason }),
  )
  const request = asked.request?.id ?? null
  if (asked.performed) await workLots(context, key.store)
  await db.update(promotionVersions).set({ request }).where(ownVersion(key, version))
  return { performed: asked.performed, request }
}

/** Errors: throws `not_found`, `stale_version`, `promotion_ended`. */
async function requireOpen(context: Context, key: PromotionKey, version: number): Promise<void> {
  const { db } = context.records
  const row = await readPromotionRow(db, key)
  const newest = await readVersionRow(db, key, row.version)
  const [changedBy, changedAt] = [newest.madeBy, newest.madeAt.toISOString()]
  if (row.version !== version) throw new ApiFailure('stale_version', { version: row.version, changedBy, changedAt })
  if (Date.parse(newest.body.until) <= context.clock.now().getTime())
    throw new ApiFailure('promotion_ended', { until: newest.body.until })
}
