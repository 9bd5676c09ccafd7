import { allocate, type Cents, cents, multiplyDivide } from '@zhanggui/kernel'

/**
 * Amounts of shares of one whole, exact to the fen: with what is left over they add up to the whole (largest remainder).
 * Shape: one amount a share, in order. `whole` is what `ofCents` stands for in basis points: 10,000, or less when `ofCents`
 * is itself a share. Shares beyond the whole keep their stated size, so that the excess shows.
 * @example splitShares({ ofCents: cents(100_00), wholeBp: 10_000, sharesBp: [4000, 5000] }) // [4000, 5000]; 1000 fen are left
 */
export function splitShares(input: { ofCents: Cents; wholeBp: number; sharesBp: readonly number[] }): Cents[] {
  const { ofCents, wholeBp, sharesBp } = input
  const sum = sharesBp.reduce((total, share) => total + share, 0)
  if (wholeBp === 0) return sharesBp.map(() => cents(0))
  if (sum <= wholeBp) return allocate(ofCents, [...sharesBp, wholeBp - sum]).slice(0, -1)
  const stated = multiplyDivide({ amount: ofCents, numerator: sum, denominator: wholeBp, rounding: 'half_up' })
  return allocate(stated, sharesBp)
}
