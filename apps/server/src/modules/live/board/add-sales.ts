import type { ItemSales } from '@zhanggui/live'

/** Sales of two stretches as one, by item. */
export function addSales(a: readonly ItemSales[], b: readonly ItemSales[]): ItemSales[] {
  const sums = new Map<string, ItemSales>()
  for (const row of [...a, ...b]) {
    const sum = sums.get(row.item)
    if (!sum) sums.set(row.item, { ...row })
    else {
      sum.units += row.units
      sum.paidCents += row.paidCents
      sum.views += row.views
    }
  }
  return [...sums.values()]
}
