import type { PriceAnswer, RulePayer } from '@zhanggui/contract'

/** What the discounts of a cart cost each bearer, most first. */
export function costByPayer({
  lines,
  shipping,
}: Pick<PriceAnswer, 'lines' | 'shipping'>): { payer: RulePayer; cents: number }[] {
  const sums = new Map<RulePayer, number>()
  for (const { cuts } of [...lines, ...shipping])
    for (const { paidBy } of cuts)
      for (const { payer, cents } of paidBy) sums.set(payer, (sums.get(payer) ?? 0) + cents)
  return [...sums]
    .map(([payer, cents]) => ({ payer, cents }))
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => b.cents - a.cents)
}
