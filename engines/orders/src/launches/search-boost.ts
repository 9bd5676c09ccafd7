import { assert } from '@zhanggui/kernel'

/** More than this lifts a launch over goods that people look for; a boost is a start, not a place. */
export const BOOST_MAX = 3

/** How a launch is lifted in the shop's own search: `factor` times its score from its opening on, then less each hour until nothing is left. */
export type SearchBoost = { factor: number; from: number; until: number; decayMs: number }

/**
 * The factor at an instant (P5.07): 1 before the launch is on sale, whatever was declared; the factor until `until`; then on a straight line
 * down to 1 over `decayMs`. Never below 1, never above `BOOST_MAX`.
 */
export function boostAt({ factor, from, until, decayMs }: SearchBoost, now: number): number {
  assert(from <= until && decayMs >= 0, 'a boost ends after it begins, and decays forwards')
  if (now < from || now >= until + decayMs) return 1
  const full = Math.min(BOOST_MAX, Math.max(1, factor))
  return now < until ? full : full - (full - 1) * ((now - until) / decayMs)
}

/** An item to be ranked: its own score, at least 0, and whether it can be bought now. `boost`: of a launch, where it has one. */
export type Ranked = { item: string; score: number; isAvailable: boolean; boost: SearchBoost | null }

export type SearchPlace = { item: string; rank: number; score: number; boost: number; isAvailable: boolean }

/**
 * The order of a shop's own search. What can be bought comes first, by score times boost; what cannot comes after all of it and unboosted, so
 * that no boost puts sold-out goods before others. Ties by item. Shape: every item once, ranks from 1.
 */
export function searchOrder(items: readonly Ranked[], now: number): SearchPlace[] {
  return items
    .map(({ item, score, isAvailable, boost }) => {
      const factor = boost && isAvailable ? boostAt(boost, now) : 1
      return { item, isAvailable, boost: factor, score: score * factor }
    })
    .sort(
      (a, b) =>
        Number(b.isAvailable) - Number(a.isAvailable) ||
        b.score - a.score ||
        (a.item < b.item ? -1 : a.item > b.item ? 1 : 0),
    )
    .map((place, i) => ({ ...place, rank: i + 1 }))
}
