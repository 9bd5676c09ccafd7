import type { BoxItem, BoxSettings } from './compose-box.ts'

/** Every set of different items in stock that makes a valid box, in the order of the items. At most 24 items, so it can be listed. */
export function listMixes(settings: BoxSettings): (readonly BoxItem[])[] {
  const { items, itemsMin, itemsMax } = settings
  const inStock = items.filter((item) => item.stock > 0)
  const mixes: (readonly BoxItem[])[] = []
  const grow = (mix: readonly BoxItem[], from: number): void => {
    if (mix.length >= itemsMin && isValid(mix, settings)) mixes.push(mix)
    if (mix.length === itemsMax) return
    for (let i = from; i < inStock.length; i++) grow([...mix, inStock[i] as BoxItem], i + 1)
  }
  grow([], 0)
  return mixes
}

function isValid(
  mix: readonly BoxItem[],
  { priceCents, minValueCents, marginBpMin, marginBpMax }: BoxSettings,
): boolean {
  const value = mix.reduce((sum, item) => sum + item.valueCents, 0)
  const margin = priceCents - mix.reduce((sum, item) => sum + item.costCents, 0)
  return (
    value >= minValueCents && margin * 10_000 >= marginBpMin * priceCents && margin * 10_000 <= marginBpMax * priceCents
  )
}
