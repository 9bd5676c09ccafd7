import { compareGroups, type GroupSums } from '@zhanggui/kernel'

/** What was paid because of reminders, fen, with the 95 % bounds; null where there are too few people to say. */
export type RecoveredMoney = {
  cents: number | null
  lowCents: number | null
  highCents: number | null
  treatedPerPerson: number | null
  heldPerPerson: number | null
}

/**
 * Money that reminders recovered (P7.10): what reminded people paid beyond what as many people left alone did.
 * Shape: over all reminded people, whether or not a message reached them, so that nothing but the draw tells the groups apart.
 * Source: difference of two means, `compareGroups` of the kernel (Welch 1947), scaled to the reminded.
 * @example recoveredMoney({ people: 2, sum: 300, squares: 50_000 }, { people: 2, sum: 100, squares: 10_000 }).cents // 200
 */
export function recoveredMoney(treated: GroupSums, held: GroupSums): RecoveredMoney {
  const { treatedMean, heldMean, difference, low, high } = compareGroups(treated, held)
  const scaled = (mean: number | null): number | null => (mean === null ? null : Math.round(mean * treated.people))
  return {
    cents: scaled(difference),
    lowCents: scaled(low),
    highCents: scaled(high),
    treatedPerPerson: treatedMean,
    heldPerPerson: heldMean,
  }
}
