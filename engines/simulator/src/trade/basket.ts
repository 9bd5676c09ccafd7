import { allocate, type Cents, cents, sumCents } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import type { Item, Sku } from '../catalogue/build-catalogue.ts'

export type BasketLine = { item: Item; sku: Sku; quantity: number; unitCents: number }

export type PricedLine = BasketLine & { goodsCents: Cents; discountCents: Cents; postageCents: Cents }

/** 跨店满减: for each so many, so much off; only while the campaign sells. */
const SPEND_AND_SAVE = { everyCents: 30_000, saveCents: 5_000 }
const FREE_POSTAGE_FROM_CENTS = 5_900
const POSTAGE_CENTS = 800

const savedCents = (goodsCents: number, mood: DayMood): Cents =>
  mood.phase === 'burst' && mood.campaign !== ''
    ? cents(Math.floor(goodsCents / SPEND_AND_SAVE.everyCents) * SPEND_AND_SAVE.saveCents)
    : cents(0)

/**
 * What each line costs the buyer. Savings on the whole basket are split over the lines by their worth, to the fen; postage
 * sits on the first line.
 */
export function priceBasket(lines: readonly BasketLine[], mood: DayMood): PricedLine[] {
  const worth = lines.map((l) => cents(l.unitCents * l.quantity))
  const total = sumCents(worth)
  const saved = allocate(savedCents(total, mood), worth)
  const postage = total < FREE_POSTAGE_FROM_CENTS ? POSTAGE_CENTS : 0
  return lines.map((line, i) => {
    const goodsCents = cents((worth[i] ?? 0) - (saved[i] ?? 0))
    return {
      ...line,
      goodsCents,
      discountCents: cents(line.sku.listCents * line.quantity - goodsCents),
      postageCents: cents(i === 0 ? postage : 0),
    }
  })
}
