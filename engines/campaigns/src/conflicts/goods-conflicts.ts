import { earlierDay, laterDay } from '@zhanggui/calendar'
import { mayMeet, type Rule } from '@zhanggui/promotion'
import { doubleBookings } from '../slots/check-slot.ts'
import type { CampaignView, Conflict } from './conflict.ts'

/** Goods that both sell on the same days. */
export function sameGoods(a: CampaignView, b: CampaignView): Conflict[] {
  const [from, to] = [laterDay(a.from, b.from), earlierDay(a.to, b.to)]
  const shared = a.itemIds.filter((id) => b.itemIds.includes(id))
  return from < to && shared.length > 0
    ? [{ code: 'same_sku', first: a.id, second: b.id, itemIds: shared, from, to }]
    : []
}

/** What a rule says a SKU costs; nothing for rules that do not fix a price. */
function pricesOf({ mechanic, params }: Rule): Map<string, number> {
  const prices = mechanic === 'fixedPrice' && Array.isArray(params.prices) ? params.prices : []
  return new Map(
    prices.flatMap((row: unknown): [string, number][] => {
      const { skuId, priceCents } = (row ?? {}) as { skuId?: unknown; priceCents?: unknown }
      return typeof skuId === 'string' && typeof priceCents === 'number' ? [[skuId, priceCents]] : []
    }),
  )
}

/** Rules that fix different prices for one SKU and may hold for one buyer at one moment. */
export function clashingPrices(a: CampaignView, b: CampaignView): Conflict[] {
  return a.rules.flatMap((rule) => {
    const own = pricesOf(rule)
    if (own.size === 0) return []
    return b.rules
      .filter((other) => mayMeet(rule, other))
      .flatMap((other) =>
        [...pricesOf(other)].flatMap(([skuId, secondCents]): Conflict[] => {
          const firstCents = own.get(skuId)
          if (firstCents === undefined || firstCents === secondCents) return []
          return [{ code: 'incompatible_prices', first: a.id, second: b.id, skuId, firstCents, secondCents }]
        }),
      )
  })
}

export const sharedSlots = (a: CampaignView, b: CampaignView): Conflict[] =>
  a.slots.flatMap((slot) =>
    // Ids are unique within a campaign only.
    doubleBookings({ ...slot, id: `${a.id}/${slot.id}` }, b.slots).map(
      ({ body: { position, from, until } }): Conflict => ({
        code: 'slot_taken',
        first: a.id,
        second: b.id,
        position,
        from,
        until,
      }),
    ),
  )
