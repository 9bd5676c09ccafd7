import type { PromotionRule, RulePayer } from '@zhanggui/contract'

type Shares = NonNullable<PromotionRule['payers']>

export const sumBp = (shares: Shares): number => shares.reduce((sum, { bp }) => sum + bp, 0)

/** The shares with one of them changed; who pays nothing is left out, and the shop alone is the default and is not written. */
export function payersWith(shares: Shares, payer: RulePayer, bp: number): Shares | undefined {
  const others = shares.filter((share) => share.payer !== payer)
  const next = bp > 0 ? [...others, { payer, bp }] : others
  const [only] = next
  return next.length === 1 && only?.payer === 'shop' && only.bp === 10_000 ? undefined : next
}
