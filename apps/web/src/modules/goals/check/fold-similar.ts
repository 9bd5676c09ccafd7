import type { CheckedFinding } from '@zhanggui/contract'

/** Findings of one rule; where there are many, the first few speak for the rest until the reader unfolds them. */
export type Similar = { rule: string; shown: readonly CheckedFinding[]; folded: readonly CheckedFinding[] }

/** So many of a kind are read one by one; beyond, a list of a hundred lines hides the ones that differ. */
const SHOWN = 3
/** Folding less than this saves no room. */
const FOLDED_MIN = 2

/** By rule, in the order in which the rules first appear. */
export function foldSimilar(findings: readonly CheckedFinding[]): Similar[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, all]) => {
    const shown = all.length >= SHOWN + FOLDED_MIN ? SHOWN : all.length
    return { rule, shown: all.slice(0, shown), folded: all.slice(shown) }
  })
}
