import type { PromotionBody, PromotionLot, TradeTerms } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { PromotionKey } from '../records/promotion-rows.ts'
import { promotionLots } from './schema.ts'

/** Versions that were written before promotions had stock say nothing of it. */
export const lotsOf = ({ stock }: Partial<Pick<PromotionBody, 'stock'>>): readonly PromotionLot[] => stock ?? []

/** The presale that a lot is sold by: the one that names its SKU, else the first. */
export function presaleOf(
  { rules }: Pick<PromotionBody, 'rules'>,
  skuId: string,
): PromotionBody['rules'][number] | undefined {
  const presales = rules.filter(({ mechanic }) => mechanic === 'presale')
  return presales.find(({ scope }) => scope?.skuIds?.includes(skuId)) ?? presales[0]
}

const instant = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The core opens and closes it by the promotion's own time, to the millisecond; a presale takes deposits until its day. */
function termsOfLot(body: PromotionBody, { kind, skuId, perBuyer }: PromotionLot): TradeTerms {
  const limit = perBuyer === undefined ? {} : { buyerLimit: perBuyer }
  const window = { opensAt: body.from, closesAt: body.until }
  const params = kind === 'presale' ? presaleOf(body, skuId)?.params : undefined
  if (!params) return { ...limit, ...window }
  return {
    ...limit,
    opensAt: body.from,
    closesAt: instant(params.depositUntil) ?? body.until,
    balanceFrom: instant(params.balanceFrom),
    balanceUntil: instant(params.balanceUntil),
  }
}

/**
 * Writes down what the version in force brings into stock, with the approval itself; `workLots` has the core do it afterwards. Lots
 * of an earlier version that are no more in it come to nothing.
 */
export async function planLots(tx: RecordTx, key: PromotionKey, body: PromotionBody): Promise<void> {
  const until = new Date(body.until)
  await tx
    .update(promotionLots)
    .set({ units: 0 })
    .where(and(eq(promotionLots.store, key.store), eq(promotionLots.promotion, key.promotion)))
  for (const lot of lotsOf(body)) {
    const row = { kind: lot.kind, units: lot.units, terms: termsOfLot(body, lot), until, problem: null }
    await tx
      .insert(promotionLots)
      .values({ ...key, sku: lot.skuId, ...row })
      .onConflictDoUpdate({ target: [promotionLots.store, promotionLots.promotion, promotionLots.sku], set: row })
  }
}
