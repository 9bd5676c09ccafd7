import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { priceProposals } from './schema.ts'

/** A price with a second person's word: it holds from the later of both moments on. */
export type ApprovedPrice = { priceCents: number; effectiveAt: Date; approvedAt: Date }

const { sku, priceCents, effectiveAt, approvedAt } = priceProposals

/** Of approved prices, the oldest first, the one that holds at a moment. */
export const effectiveCents = (prices: readonly ApprovedPrice[], at: Date): number | undefined =>
  prices.findLast((price) => price.effectiveAt <= at && price.approvedAt <= at)?.priceCents

/** For each SKU that has one: the price that was approved and whose time came last by `at`. */
export async function readEffectivePrices(
  context: Context,
  store: string,
  { skuIds, at }: { skuIds: readonly string[]; at: Date },
): Promise<Map<string, number>> {
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

/** Every approved price of a shop by SKU, in the order in which they came to hold; null where there are more than `most`. */
export async function readApprovedPrices(
  context: Context,
  store: string,
  { most }: { most: number },
): Promise<Map<string, ApprovedPrice[]> | null> {
  const rows = await context.records.db
    .select({ sku, priceCents, effectiveAt, approvedAt })
    .from(priceProposals)
    .where(and(eq(priceProposals.store, store), isNotNull(approvedAt)))
    .orderBy(asc(effectiveAt), asc(approvedAt))
    .limit(most + 1)
  if (rows.length > most) return null
  const prices = new Map<string, ApprovedPrice[]>()
  for (const { sku, approvedAt, ...price } of rows)
    if (approvedAt) prices.set(sku, [...(prices.get(sku) ?? []), { ...price, approvedAt }])
  return prices
}
