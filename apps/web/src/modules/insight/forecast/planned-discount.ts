/** A discount that is planned: from the first day to the day after the last, and its depth (2000: a fifth off the list price). */
export type PlannedDiscount = { from: string; to: string; depthBp: number }

const WRITTEN = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})_(\d{1,4}|10000)$/

/** In an address: `2027-06-01_2027-06-04_2000`, several parted by commas. What cannot be read is left out. */
export function readDiscounts(text: string | null): PlannedDiscount[] {
  return (text ?? '').split(',').flatMap((part): PlannedDiscount[] => {
    const [, from, to, depth] = WRITTEN.exec(part) ?? []
    const depthBp = Number(depth)
    return from && to && from < to && depthBp > 0 ? [{ from, to, depthBp }] : []
  })
}

export const writeDiscounts = (discounts: readonly PlannedDiscount[]): string | null =>
  discounts.map(({ from, to, depthBp }) => `${from}_${to}_${depthBp}`).join(',') || null

/** In the order of days; a discount on the same days takes the place of the one before. */
export const withDiscount = (discounts: readonly PlannedDiscount[], added: PlannedDiscount): PlannedDiscount[] =>
  [...discounts.filter(({ from, to }) => from !== added.from || to !== added.to), added].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )
