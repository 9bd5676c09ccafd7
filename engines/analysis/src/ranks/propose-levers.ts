import { RANK_LEVERS, type RankLever } from './rank-levers.ts'

/** A figure of the goods behind a rank beside the shop's own as a whole, and which way is better. */
export type LeverFigure = { metric: string; own: number | null; shop: number | null; higherIsBetter: boolean }

export type ProposedLever = RankLever & {
  /** How far the goods are behind the shop as a share of it; null where no figure decides. */
  behind: number | null
  own: number | null
  shop: number | null
}

/** Less behind than this is no weakness. A starting value of this project. */
const BEHIND_MIN = 0.05

function behindOf({ own, shop, higherIsBetter }: LeverFigure): number | null {
  if (own === null || shop === null || shop === 0) return null
  return (higherIsBetter ? shop - own : own - shop) / shop
}

/**
 * Levers that are worth pulling, the largest weakness first, then those that no figure decides (P9.11). Every one stands on
 * the list with its lawful basis; what is not on the list is not proposed.
 */
export function proposeLevers(figures: readonly LeverFigure[]): ProposedLever[] {
  const proposed = RANK_LEVERS.flatMap((lever): ProposedLever[] => {
    if (lever.metric === null) return [{ ...lever, behind: null, own: null, shop: null }]
    const figure = figures.find(({ metric }) => metric === lever.metric)
    const behind = figure ? behindOf(figure) : null
    if (!figure || behind === null || behind < BEHIND_MIN) return []
    return [{ ...lever, behind, own: figure.own, shop: figure.shop }]
  })
  return proposed.toSorted((a, b) => (b.behind ?? 0) - (a.behind ?? 0))
}
