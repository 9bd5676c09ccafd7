/**
 * Checkouts that went alike: the steps they reached with how each was passed (`saved`, an option that was chosen, '' when nothing was
 * told), whether they were paid, the reason that was told on leaving ('' for none), and how many there were.
 */
export type CheckoutPath = {
  passed: readonly { step: string; how: string }[]
  isPaid: boolean
  reason: string
  checkouts: number
}

/** How a step is passed when its details were kept from last time. */
export const SAVED = 'saved'

/** Checkouts that came to a step, and those of them that went no further. */
export type Reached = { reached: number; lost: number }

export const NOBODY: Reached = { reached: 0, lost: 0 }
export const add = (sum: Reached, more: Reached): Reached => ({
  reached: sum.reached + more.reached,
  lost: sum.lost + more.lost,
})
