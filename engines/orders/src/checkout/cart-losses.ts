import { ratio } from '@zhanggui/kernel'

/**
 * What became of an item that a visitor put into the cart, judged over one window from the first time it was put there.
 * `bought`: this item; `open`: the window is not over; `later`: this item, after the window. The others did not buy it, and in the window
 * bought another of its category (`sameCategory`), something else (`otherItem`), looked at it again (`cameBack`), or none of these (`left`).
 */
export const CART_OUTCOMES = ['bought', 'open', 'later', 'sameCategory', 'otherItem', 'cameBack', 'left'] as const
export type CartOutcome = (typeof CART_OUTCOMES)[number]

/** Carts of one day and outcome; `hours`: the first of the bounds asked for within which it was bought, null for the others. */
export type CartCount = { day: string; outcome: CartOutcome; hours: number | null; carts: number }

export type CartSum = { carted: number; bought: number; open: number; lost: number }

export type CartLosses = CartSum & {
  /** Lost of those whose window is over; null of none. */
  lostShare: number | null
  days: (CartSum & { day: string })[]
  /** Why they are lost, the most frequent first. */
  reasons: { reason: CartOutcome; carts: number }[]
  /** How soon those that were bought were bought. */
  within: { hours: number; carts: number }[]
}

const isLost = (outcome: CartOutcome): boolean => outcome !== 'bought' && outcome !== 'open'

function sumOf(counts: readonly CartCount[]): CartSum {
  const sum = (which: (count: CartCount) => boolean): number =>
    counts.filter(which).reduce((total, { carts }) => total + carts, 0)
  return {
    carted: sum(() => true),
    bought: sum(({ outcome }) => outcome === 'bought'),
    open: sum(({ outcome }) => outcome === 'open'),
    lost: sum(({ outcome }) => isLost(outcome)),
  }
}

/** Shape: one entry a key, summed. */
function gather<K>(counts: readonly CartCount[], keyOf: (count: CartCount) => K): [K, CartCount[]][] {
  const groups = new Map<K, CartCount[]>()
  for (const count of counts) groups.set(keyOf(count), [...(groups.get(keyOf(count)) ?? []), count])
  return [...groups]
}

/**
 * What the cart loses on its way to the payment (P7.11): of the items put into carts, those that were bought in time, those that still may be,
 * and why the others were not. Bought, open and lost add up to what was carted, on each day and on the whole.
 */
export function cartLosses(counts: readonly CartCount[]): CartLosses {
  const whole = sumOf(counts)
  const reasons = gather(
    counts.filter(({ outcome }) => isLost(outcome)),
    ({ outcome }) => outcome,
  ).map(([reason, of]) => ({ reason, carts: sumOf(of).lost }))
  const within = gather(counts, ({ hours }) => hours).flatMap(([hours, of]) =>
    hours === null ? [] : [{ hours, carts: sumOf(of).bought }],
  )
  return {
    ...whole,
    lostShare: ratio(whole.lost, whole.carted - whole.open),
    days: gather(counts, ({ day }) => day)
      .map(([day, of]) => ({ day, ...sumOf(of) }))
      .sort((a, b) => a.day.localeCompare(b.day)),
    reasons: reasons.sort((a, b) => b.carts - a.carts || a.reason.localeCompare(b.reason)),
    within: within.sort((a, b) => a.hours - b.hours),
  }
}
