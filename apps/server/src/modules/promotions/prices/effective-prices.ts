import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { priceProposals } from './schema.ts'

/** For each SKU that has one: the price that was approved and whose time came last by `at`. */
export async function readEffectivePrices(
  context: Context,
  store: string,
  { skuIds, at }: { skuIds: readonly string[]; at: Date },
): Promise<Map<string, number>> {
  const { sku, priceCents, effectiveAt, approvedAt } = priceProposals
  const rows = await context.records.db
    .select({ sku, priceCents })
    .from(priceProposals)
    .where(
      and(
        eq(priceProposals.store, store),
        inArray(sku, [...skuIds]),
        isNotNull(approvedAt),
        lte(effectiveAt, at),
        lte(approvedAt, at),
      ),
    )
    .orderBy(asc(effectiveAt), asc(approvedAt))
  return new Map(rows.map((row) => [row.sku, row.priceCents]))
}
