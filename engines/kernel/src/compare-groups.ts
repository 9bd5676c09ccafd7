import { assert } from './assert.ts'
import { ratio } from './ratio.ts'
import { studentQuantile } from './student-quantile.ts'

/**
 * A group of people by its sums: how many they are, what they come to together (money, or 1 for each who did it), and the squares
 * of what each comes to. Sums grow one person at a time and need nobody's figure twice.
 */
export type GroupSums = { people: number; sum: number; squares: number }

/** Means a person, the treated less the held back, and the 95 % bounds of that; null where there are too few people to say. */
export type GroupDifference = {
  treatedMean: number | null
  heldMean: number | null
  difference: number | null
  low: number | null
  high: number | null
}

const LEVEL = 0.95

/** Variance of the mean. Large sums of squares lose digits, so a group in which everybody is alike may come out a hair below 0. */
function meanVariance({ people, sum, squares }: GroupSums): number {
  const spread = Math.max(0, squares - sum ** 2 / people)
  return spread / (people - 1) / people
}

/**
 * What a treatment adds for a person, against people who were held back by lot.
 * Errors: bounds are null with fewer than two people on a side; throws on negative counts.
 * Source: difference of two means with unequal variances, Welch (1947).
 * @example compareGroups({ people: 4, sum: 2, squares: 2 }, { people: 4, sum: 1, squares: 1 }).difference // 0.25
 */
export function compareGroups(treated: GroupSums, held: GroupSums): GroupDifference {
  for (const { people, squares } of [treated, held])
    assert(Number.isSafeInteger(people) && people >= 0 && squares >= 0, 'a group is counted in people')
  const treatedMean = ratio(treated.sum, treated.people)
  const heldMean = ratio(held.sum, held.people)
  const difference = treatedMean === null || heldMean === null ? null : treatedMean - heldMean
  if (difference === null || treated.people < 2 || held.people < 2)
    return { treatedMean, heldMean, difference, low: null, high: null }
  const [a, b] = [meanVariance(treated), meanVariance(held)]
  // Two groups without any spread: what is seen is all there is.
  const freedom = a + b === 0 ? 1 : (a + b) ** 2 / (a ** 2 / (treated.people - 1) + b ** 2 / (held.people - 1))
  const reach = studentQuantile(1 - (1 - LEVEL) / 2, freedom) * Math.sqrt(a + b)
  return { treatedMean, heldMean, difference, low: difference - reach, high: difference + reach }
}
