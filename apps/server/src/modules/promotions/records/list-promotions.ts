import type { PromotionDetail, PromotionQuery, PromotionSummary, PromotionVersion } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { promotionVersions } from '../schema.ts'
import { lotsOf } from '../stock/plan-lots.ts'
import { presentPromotion, presentSummaries } from './present-promotion.ts'
import { type PromotionKey, readLivingPromotion, readPromotionRow, readPromotions } from './promotion-rows.ts'

const overlaps = (promotion: PromotionSummary, { from, until }: PromotionQuery): boolean =>
  (until === undefined || Date.parse(promotion.from) < Date.parse(until)) &&
  (from === undefined || Date.parse(promotion.until) > Date.parse(from))

/** The promotions of a shop, the latest to begin first. */
export async function listPromotions(
  context: Context,
  store: string,
  query: PromotionQuery,
): Promise<PromotionSummary[]> {
  const all = await presentSummaries(context, await readPromotions(context.records.db, store))
  return all
    .filter((p) => query.state === undefined || p.state === query.state)
    .filter((p) => query.campaign === undefined || p.campaign === query.campaign)
    .filter((p) => overlaps(p, query))
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || (a.id < b.id ? -1 : 1))
}

/** Errors: throws `not_found`. */
export async function readPromotion(
  context: Context,
  caller: ResourceCaller,
  promotion: string,
): Promise<PromotionDetail> {
  const living = await readLivingPromotion(context.records.db, { store: caller.store, promotion })
  return presentPromotion(context, caller, living)
}

/** Every version that was ever written, newest first. Errors: throws `not_found`. */
export async function listVersions(context: Context, key: PromotionKey): Promise<PromotionVersion[]> {
  const { db } = context.records
  await readPromotionRow(db, key)
  const rows = await db
    .select()
    .from(promotionVersions)
    .where(and(eq(promotionVersions.store, key.store), eq(promotionVersions.promotion, key.promotion)))
    .orderBy(desc(promotionVersions.number))
  const names = await namesOfActors(
    context,
    rows.flatMap(({ madeBy, approvedBy }) => [madeBy, approvedBy ?? '']),
  )
  const nameOf = (actor: string): string => names.get(actor) ?? actor
  return rows.map(({ number, body, madeBy, madeAt, reason, approvedBy, approvedAt }) => ({
    version: number,
    body: { ...body, stock: [...lotsOf(body)] },
    madeBy: nameOf(madeBy),
    madeAt: madeAt.toISOString(),
    reason,
    approvedBy: approvedBy && nameOf(approvedBy),
    approvedAt: approvedAt?.toISOString() ?? null,
  }))
}
