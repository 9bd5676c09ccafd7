import type { Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import type { Item } from './build-catalogue.ts'

/** A stretch of days on which a listing was tried at another price. Indexes of days, both counted. */
export type PriceTest = { item: number; from: number; to: number; factor: number }

/** Steps that a shop tries. Wide enough apart that demand shows the elasticity behind it. */
const TRIED_FACTORS = [0.78, 0.85, 0.92, 1.1, 1.2] as const

export function planPriceTests(item: Item, days: number, seedRng: Rng): PriceTest[] {
  const rng = seedRng.fork(`price/${item.index}`)
  const tests: PriceTest[] = []
  for (let start = 10 + rng.int(40); start < days; ) {
    const to = start + 13 + rng.int(15)
    tests.push({ item: item.index, from: start, to: Math.min(to, days - 1), factor: rng.pick(TRIED_FACTORS) })
    start = to + 20 + rng.int(40)
  }
  return tests
}

/**
 * Price of every listing on every day as a multiple of its usual price. A campaign's price stands above a test: the shop
 * does not experiment while it campaigns.
 */
export function pricePaths(tests: readonly PriceTest[], items: number, moods: readonly DayMood[]): Float64Array[] {
  const paths = Array.from({ length: items }, () => new Float64Array(moods.length).fill(1))
  for (const { item, from, to, factor } of tests) paths[item]?.fill(factor, from, to + 1)
  for (const path of paths)
    for (const mood of moods) if (mood.campaign !== '' && mood.price !== 1) path[mood.index] = mood.price
  return paths
}
