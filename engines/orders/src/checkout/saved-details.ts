import { compareGroups, type GroupSums } from '@zhanggui/kernel'
import { add, NOBODY, type Reached, SAVED } from './checkout-path.ts'
import type { StepLoss } from './step-losses.ts'

/** At one step: how many more go on where details were kept, and how many checkouts a month like this that would keep. */
export type SavedGain = {
  step: string
  saved: Reached
  typed: Reached
  /** Share lost where details were typed less share lost where they were kept, with 95 % bounds. */
  difference: number | null
  low: number | null
  high: number | null
  /** Checkouts that would have gone on had those who typed had their details kept; null while the bounds hold 0. */
  couldKeep: number | null
}

const sumsOf = ({ reached, lost }: Reached): GroupSums => ({ people: reached, sum: lost, squares: lost })

/**
 * Where kept details would shorten the path: those who typed against those whose details were kept, step by step.
 * They are not drawn by lot (who has saved details has bought before), so the gain is an upper bound and is to be tried on a part first.
 * Shape: steps that were passed both ways; the largest gain first.
 * Source: difference of two shares, `compareGroups` of the kernel (Welch 1947).
 */
export function savedGains(steps: readonly StepLoss[]): SavedGain[] {
  const gains = steps.map(({ step, ways }): SavedGain => {
    const saved = ways.find(({ value }) => value === SAVED) ?? NOBODY
    const typed = ways.filter(({ value }) => value !== SAVED).reduce<Reached>(add, NOBODY)
    const { difference, low, high } = compareGroups(sumsOf(typed), sumsOf(saved))
    const isSure = difference !== null && low !== null && low > 0
    const pick = ({ reached, lost }: Reached): Reached => ({ reached, lost })
    const couldKeep = isSure ? Math.round(difference * typed.reached) : null
    return { step, saved: pick(saved), typed: pick(typed), difference, low, high, couldKeep }
  })
  return gains
    .filter(({ saved, typed }) => saved.reached > 0 && typed.reached > 0)
    .sort((a, b) => (b.couldKeep ?? 0) - (a.couldKeep ?? 0))
}
