import type { PricedLine } from '@zhanggui/contract'

/** Shares of the listed amount: what is paid, and what each rule took; together 1. */
export function stackOf({ listedCents, payableCents, cuts }: PricedLine): {
  paid: number
  cuts: { key: string; share: number }[]
} {
  if (listedCents === 0) return { paid: 0, cuts: [] }
  return {
    paid: payableCents / listedCents,
    cuts: cuts.map(({ ruleId, claimId = '', cents }) => ({ key: `${ruleId}/${claimId}`, share: cents / listedCents })),
  }
}
