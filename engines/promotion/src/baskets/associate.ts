/**
 * Two goods that are bought together. Counts of baskets: with both, with each, of all. `lift` is how many times more often they meet
 * than goods that have nothing to do with each other: together × all ÷ (first × second).
 */
export type Association = {
  first: string
  second: string
  together: number
  firstBaskets: number
  secondBaskets: number
  baskets: number
  lift: number
}

export type AssociateOptions = {
  /** Baskets that a pair must be in; below it a lift is chance. */
  minTogether: number
  /** 1 is chance; goods below it keep each other away. */
  minLift: number
}

function countBaskets(baskets: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const basket of baskets) for (const good of basket) counts.set(good, (counts.get(good) ?? 0) + 1)
  return counts
}

/** Pairs of goods that are frequent by themselves: no pair is in more baskets than either of its goods. */
function countPairs(baskets: readonly (readonly string[])[], isFrequent: (good: string) => boolean) {
  const pairs = new Map<string, Map<string, number>>()
  for (const basket of baskets) {
    const goods = basket.filter(isFrequent)
    for (const [i, first] of goods.entries()) {
      const with_ = pairs.get(first) ?? new Map<string, number>()
      pairs.set(first, with_)
      for (let k = i + 1; k < goods.length; k++) {
        const second = goods[k] as string
        with_.set(second, (with_.get(second) ?? 0) + 1)
      }
    }
  }
  return pairs
}

const order = (a: Association, b: Association): number =>
  b.lift - a.lift || b.together - a.together || (`${a.first}\n${a.second}` < `${b.first}\n${b.second}` ? -1 : 1)

/**
 * Goods that are bought together more often than by chance (关联规则, P5.04), pairs only: a set of two is what shops sell.
 * Shape: the strongest lift first, `first` before `second` by id; a good counts once a basket, however many units.
 * Source: Agrawal, Imieliński, Swami (1993): support, confidence; lift is their ratio. Confidence: together ÷ firstBaskets.
 */
export function associate(
  baskets: readonly (readonly string[])[],
  { minTogether, minLift }: AssociateOptions,
): Association[] {
  const sets = baskets.map((basket) => [...new Set(basket)].sort())
  const counts = countBaskets(sets)
  const pairs = countPairs(sets, (good) => (counts.get(good) ?? 0) >= minTogether)
  const found: Association[] = []
  for (const [first, with_] of pairs)
    for (const [second, together] of with_) {
      if (together < minTogether) continue
      const [firstBaskets, secondBaskets] = [counts.get(first) ?? 0, counts.get(second) ?? 0]
      const lift = (together * sets.length) / (firstBaskets * secondBaskets)
      if (lift >= minLift)
        found.push({ first, second, together, firstBaskets, secondBaskets, baskets: sets.length, lift })
    }
  return found.sort(order)
}
