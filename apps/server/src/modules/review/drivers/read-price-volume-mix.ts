import { type ItemSales, priceVolumeMix } from '@zhanggui/analysis'
import type { Explanation } from '@zhanggui/contract'
import { numberOf, type Reader, readRows } from './read-figures.ts'
import type { Days } from './resolve-sides.ts'

async function itemSales(reader: Reader, days: Days): Promise<ItemSales[]> {
  const { rows } = await readRows(reader, { metrics: ['paid', 'unitsSold'], by: ['item'], days })
  return rows
    .filter((row) => row.item !== '')
    .map((row) => ({ id: String(row.item), units: numberOf(row.unitsSold) ?? 0, paidCents: numberOf(row.paid) ?? 0 }))
}

/** Whether more was sold, dearer, or dearer things; null where orders name no items, or a side sold nothing. */
export async function readPriceVolumeMix(
  reader: Reader,
  { current, earlier }: { current: Days; earlier: Days },
): Promise<Explanation['priceVolumeMix']> {
  const [after, before] = await Promise.all([itemSales(reader, current), itemSales(reader, earlier)])
  const change = priceVolumeMix(before, after)
  return change && { volume: change.volume, price: change.price, mix: change.mix }
}
