import { ChangePromotion, CreatePromotion, PromotionBody } from '@zhanggui/contract'
import { count, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { promotions, promotionVersions } from '../schema.ts'
import { lockPromotion, ownPromotion, readVersionRow } from './promotion-rows.ts'

/** Errors: throws `invalid_request` for a time that ends before it begins. */
function requireWindow({ from, until }: PromotionBody): void {
  if (Date.parse(from) >= Date.parse(until))
    throw new ApiFailure('invalid_request', { where: 'until: later than from' })
}

/** `promotion-1`, `promotion-2` …; two people who create at once get two numbers. */
async function nextId(tx: RecordTx, store: string): Promise<string> {
  await tx.execute(sql`SELECT 1 FROM admin_stores WHERE id = ${store} FOR UPDATE`)
  const [row] = await tx.select({ n: count() }).from(promotions).where(eq(promotions.store, store))
  for (let number = (row?.n ?? 0) + 1; ; number++) {
    const id = `promotion-${number}`
    const [taken] = await tx
      .select()
      .from(promotions)
      .where(ownPromotion({ store, promotion: id }))
    if (!taken) return id
  }
}

/**
 * Writes the first version of a promotion, a draft. Shape: its id.
 * Errors: throws `invalid_request`, `duplicate_key` for an id that is taken.
 */
export function createPromotion(context: Context, caller: ResourceCaller, input: CreatePromotion): Promise<string> {
  const asked = parseInput(CreatePromotion, input)
  const body = PromotionBody.parse(asked)
  requireWindow(body)
  const { store, actor } = caller
  const at = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const id = asked.id ?? (await nextId(tx, store))
    const row = { store, id, version: 1, createdBy: actor, createdAt: at }
    const made = await tx.insert(promotions).values(row).onConflictDoNothing().returning()
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: id })
    await tx
      .insert(promotionVersions)
      .values({ store, promotion: id, number: 1, body, madeBy: actor, madeAt: at, reason: '' })
    await record({ store, actor, action: 'create', subject: `promotions/${id}`, after: body })
    return id
  })
}

/**
 * Writes a new version. What was approved before stays in force until the new version is approved.
 * Errors: throws `not_found`, `invalid_request`, `stale_version` with who changed it.
 */
export function changePromotion(
  context: Context,
  caller: ResourceCaller,
  promotion: string,
  input: ChangePromotion,
): Promise<void> {
  const { version, reason, ...rest } = parseInput(ChangePromotion, input)
  const body = PromotionBody.parse(rest)
  requireWindow(body)
  const { store, actor } = caller
  const key = { store, promotion }
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockPromotion(tx, key)
      const before = await readVersionRow(tx, key, row.version)
      if (row.version !== version) {
        const [changedBy, changedAt] = [before.madeBy, before.madeAt.toISOString()]
        throw new ApiFailure('stale_version', { version: row.version, changedBy, changedAt })
      }
      const number = version + 1
      const stamp = { madeBy: actor, madeAt: context.clock.now(), reason }
      await tx.insert(promotionVersions).values({ store, promotion, number, body, ...stamp })
      await tx.update(promotions).set({ version: number }).where(ownPromotion(key))
      const subject = `promotions/${promotion}`
      await record({ store, actor, action: 'update', subject, before: before.body, after: body, reason })
    }),
  )
}

/** Removes a promotion that was never approved. Errors: throws `not_found`, `promotion_in_use`. */
export function removePromotion(context: Context, caller: ResourceCaller, promotion: string): Promise<void> {
  const { store, actor } = caller
  const key = { store, promotion }
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPromotion(tx, key)
    if (row.approvedVersion !== null) throw new ApiFailure('promotion_in_use', { promotion })
    const before = await readVersionRow(tx, key, row.version)
    await tx.delete(promotions).where(ownPromotion(key))
    await record({ store, actor, action: 'delete', subject: `promotions/${promotion}`, before: before.body })
  })
}
