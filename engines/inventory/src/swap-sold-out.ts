import { type Candidate, SUBSTITUTE_RULES, type SubstituteRules, substitutesFor } from './substitute.ts'

/** A place on a page and the item that stands in it. */
export type Slot = { slot: string; item: string }

/** What to do about a place that shows a sold-out item: another item, or take it off when there is none. */
export type SlotSwap = { slot: string; from: string; to: string | null }

/**
 * Fills the places of items that are sold out (P9.05). No item is shown twice on the page, and places are served from the top,
 * because the first places earn most. What an item could be swapped for is judged against all candidates.
 * Shape: one entry a place that shows a sold-out item, in the page's order; empty when all is well.
 */
export function swapSoldOut(
  slots: readonly Slot[],
  candidates: readonly Candidate[],
  rules: SubstituteRules = SUBSTITUTE_RULES,
): SlotSwap[] {
  const byItem = new Map(candidates.map((c) => [c.item, c]))
  const isSoldOut = ({ item }: Slot): boolean => (byItem.get(item)?.onHand ?? 0) <= 0
  const shown = new Set(slots.filter((s) => !isSoldOut(s)).map((s) => s.item))
  return slots.filter(isSoldOut).map(({ slot, item }) => {
    const own = byItem.get(item)
    const open = candidates.filter((c) => !shown.has(c.item))
    const to = own ? (substitutesFor(own, open, rules)[0]?.item ?? null) : null
    if (to !== null) shown.add(to)
    return { slot, from: item, to }
  })
}
