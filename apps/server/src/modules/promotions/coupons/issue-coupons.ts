import { IssueCoupons } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readPromotionRow, readVersionRow } from '../records/promotion-rows.ts'
import { couponBatches } from './schema.ts'

type Asked = ReturnType<typeof IssueCoupons.parse>

const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso))

/** Errors: throws `invalid_request` for times that do not fit together. */
function requireTimes({ claimFrom, claimUntil, validUntil, validDays, earlyAccess }: Asked): void {
  const wrong = (where: string): never => {
    throw new ApiFailure('invalid_request', { where })
  }
  if (Date.parse(claimFrom) >= Date.parse(claimUntil)) wrong('claimUntil: later than claimFrom')
  if (validUntil === null && validDays === null) wrong('validUntil or validDays: one of them')
  if (validUntil !== null && Date.parse(validUntil) < Date.parse(claimUntil)) wrong('validUntil: not before claimUntil')
  if (earlyAccess.some(({ from }) => Date.parse(from) >= Date.parse(claimFrom)))
    wrong('earlyAccess.from: before claimFrom')
}

/** The rule must be there and ask for a coupon: else everybody would get it without one. */
async function requireRule(context: Context, store: string, { promotion, ruleId }: Asked): Promise<void> {
  const { db } = context.records
  const key = { store, promotion }
  const { version } = await readPromotionRow(db, key)
  const { body } = await readVersionRow(db, key, version)
  const rule = body.rules.find((known) => known.ruleId === ruleId)
  if (!rule) throw new ApiFailure('not_found', { what: `promotions/${promotion}/rules/${ruleId}` })
  if (!rule.needsClaim) throw new ApiFailure('coupon_rule', { rule: rule.name })
}

/**
 * Issues a batch of coupons (P6.08). The same batch again changes nothing.
 * Errors: throws `invalid_request`, `not_found`, `coupon_rule` for a rule that holds without a coupon, `duplicate_key`.
 */
export async function issueCoupons(context: Context, caller: ResourceCaller, input: IssueCoupons): Promise<string> {
  const asked = parseInput(IssueCoupons, input)
  requireTimes(asked)
  await requireRule(context, caller.store, asked)
  const { ruleId: rule, claimFrom, claimUntil, validUntil, ...rest } = asked
  const { store, actor } = caller
  const times = { claimFrom: new Date(claimFrom), claimUntil: new Date(claimUntil), validUntil: date(validUntil) }
  const row = { store, rule, ...rest, ...times, createdBy: actor, createdAt: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const made = await tx.insert(couponBatches).values(row).onConflictDoNothing().returning()
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: asked.id })
    await record({ store, actor, action: 'create', subject: `coupon-batches/${asked.id}`, after: asked })
    return asked.id
  })
}
