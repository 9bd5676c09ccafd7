import { roundToSum } from '@zhanggui/kernel'
import { mixRate } from './mix-rate.ts'

/** Units sold of an item, and what was paid for them, fen. */
export type ItemSales = { id: string; units: number; paidCents: number }

/** Whole fen. `mix` holds what an item did by coming, going, or being a larger share of the units. */
export type ItemEffect = { id: string; price: number; mix: number }

export type PriceVolumeMix = {
  changeCents: number
  /** More or fewer units, at the mean price of all of them. */
  volume: number
  price: number
  mix: number
  items: ItemEffect[]
}

const total = (items: readonly ItemSales[], pick: (item: ItemSales) => number): number =>
  items.reduce((sum, item) => sum + pick(item), 0)

/**
 * Why sales changed: volume (units), price (the same item dearer or cheaper), mix (dearer items a larger share of the units).
 * Shape: whole fen; volume + price + mix = the change exactly, and items add up to price and mix. Null where a side sold no unit:
 * there is no price to compare.
 * Source: Bennet (1920) on amount = units × mean price, then on the mean price by item.
 */
export function priceVolumeMix(before: readonly ItemSales[], after: readonly ItemSales[]): PriceVolumeMix | null {
  const asRatio = (items: readonly ItemSales[]) =>
    items.map(({ id, units, paidCents }) => ({ id, numerator: paidCents, denominator: units }))
  const mean = mixRate(asRatio(before), asRatio(after))
  if (mean.from === null || mean.to === null) return null
  const changeCents = total(after, (i) => i.paidCents) - total(before, (i) => i.paidCents)
  const [unitsFrom, unitsTo] = [total(before, (i) => i.units), total(after, (i) => i.units)]
  const units = (unitsFrom + unitsTo) / 2
  const exact = [
    (unitsTo - unitsFrom) * ((mean.from + mean.to) / 2),
    ...mean.effects.flatMap((e) => [e.rate * units, e.mix * units]),
  ]
  const [volume = 0, ...rest] = roundToSum(exact, changeCents)
  const items = mean.effects.map(({ id }, i) => ({ id, price: rest[2 * i] ?? 0, mix: rest[2 * i + 1] ?? 0 }))
  const sum = (pick: (item: ItemEffect) => number): number => items.reduce((acc, item) => acc + pick(item), 0)
  return { changeCents, volume, price: sum((i) => i.price), mix: sum((i) => i.mix), items }
}
