/** How many sets of `itemsMin` to `itemsMax` different items there are out of `items`. */
export function countMixes(items: number, { itemsMin, itemsMax }: { itemsMin: number; itemsMax: number }): number {
  let sets = 1
  let total = 0
  for (let size = 1; size <= Math.min(itemsMax, items); size++) {
    sets = (sets * (items - size + 1)) / size
    if (size >= itemsMin) total += sets
  }
  return total
}
