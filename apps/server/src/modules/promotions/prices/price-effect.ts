import type { PriceProposal, Role, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { roleAllows } from '../../admin/role-permissions.ts'
import type { Goods } from '../price/read-goods.ts'
import { readDealPrices } from './read-deal-prices.ts'

export type PriceEffect = NonNullable<PriceProposal['effect']>

/** Units of the past month say what a month would be at the same sales; no answer of buyers to the price is made up. */
const MONTH_DAYS = 30

const minus = (price: number | null, cost: number | null): number | null =>
  price === null || cost === null ? null : price - cost

/** What a price does to the margin of a unit, and of a month at the sales of the last 30 days (P5.08). */
export async function priceEffect(
  context: Context,
  store: Store,
  { goods, priceCents }: { goods: Goods; priceCents: number },
): Promise<PriceEffect> {
  const before = businessDayOf(context.clock.now(), store.timezone)
  const deals = await readDealPrices(context, store, { skuIds: [goods.skuId], before, days: MONTH_DAYS })
  const unitsLast30Days = deals.reduce((sum, { units }) => sum + units, 0)
  const { unitCents, costCents } = goods
  return {
    costCents,
    marginBeforeCents: minus(unitCents, costCents),
    marginAfterCents: minus(priceCents, costCents),
    unitsLast30Days,
    marginMonthDeltaCents: unitCents === null ? null : (priceCents - unitCents) * unitsLast30Days,
  }
}

/** The effect as a role may see it: what goods cost stays with those who may see profit. */
export const effectFor = (effect: PriceEffect, role: Role): PriceEffect | null =>
  roleAllows(role, 'profit:read') ? effect : null
