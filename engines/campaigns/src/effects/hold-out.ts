import { assert, ratio } from '@zhanggui/kernel'

/** A group of people: how many, how many of them bought, what they paid, and the sum of squares of what each paid (for the error). */
export type GroupResult = { people: number; buyers: number; paidCents: number; paidSquares: number }

export type HoldOutLift = {
  /** What the treated paid beyond what as many of the hold-out would have; null without a hold-out. */
  incrementalCents: number | null
  /** Two-sided 95 % bounds of it. */
  lowCents: number | null
  highCents: number | null
  /** Per person, treated and hold-out. */
  treatedPerPerson: number | null
  heldPerPerson: number | null
}

/** 95 % of a normal distribution lies within. */
const Z95 = 1.959964

const meanVariance = ({ people, paidCents, paidSquares }: GroupResult): number => {
  if (people < 2) return 0
  const mean = paidCents / people
  return (paidSquares / people - mean ** 2) / (people - 1)
}

/**
 * What a long-tail action added (P3.20): paid by the treated, less what as many people of a random hold-out paid.
 * Unit: fen over the whole treated group. Errors: null without people on either side; throws on buyers beyond people.
 * Source: difference of two means with unequal variances (Welch 1947), scaled to the treated group.
 */
export function holdOutLift(treated: GroupResult, held: GroupResult): HoldOutLift {
  for (const group of [treated, held]) assert(group.buyers <= group.people, 'buyers are some of the people')
  const treatedPerPerson = ratio(treated.paidCents, treated.people)
  const heldPerPerson = ratio(held.paidCents, held.people)
  if (treatedPerPerson === null || heldPerPerson === null)
    return { incrementalCents: null, lowCents: null, highCents: null, treatedPerPerson, heldPerPerson }
  const lift = (treatedPerPerson - heldPerPerson) * treated.people
  const error = Z95 * Math.sqrt(meanVariance(treated) + meanVariance(held)) * treated.people
  return {
    incrementalCents: Math.round(lift),
    lowCents: Math.round(lift - error),
    highCents: Math.round(lift + error),
    treatedPerPerson,
    heldPerPerson,
  }
}
