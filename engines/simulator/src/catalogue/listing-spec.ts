/** One listing as the shop would describe it: what it is, why to buy it, its usual price in yuan, its variants. */
export type ListingSpec = {
  name: string
  selling: string
  yuan: number
  /** Variant name and its price as a multiple of the listing's. */
  variants: readonly (readonly [string, number])[]
}

/** Reads `name|selling words|yuan|variant:factor,variant:factor`, one listing a line. */
export function readListingSpecs(text: string): ListingSpec[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', selling = '', yuan = '', variants = ''] = line.trim().split('|')
      return {
        name,
        selling,
        yuan: Number(yuan),
        variants: variants.split(',').map((variant): [string, number] => {
          const [label = '', factor = '1'] = variant.split(':')
          return [label, Number(factor)]
        }),
      }
    })
}
