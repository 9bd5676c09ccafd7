import { defineMechanic, type ParamProblem } from './mechanic.ts'
import { amount, onlyFields, paramProblem, rowsOf, wholeBetween } from './params.ts'
import { checkRepeats, tierAt } from './threshold.ts'

export type RebateTier = { minCents: number; cardCents: number }
/**
 * A card for who pays so much (满返卡). It is issued `afterDays` days after the order is received, when goods can no longer be sent
 * back; an order that falls below its tier by returns loses it.
 */
export type RebateCard = { tiers: readonly RebateTier[]; afterDays: number; repeats?: number }

const checkTier = (row: Readonly<Record<string, unknown>>): ParamProblem[] => [
  ...onlyFields(row, ['minCents', 'cardCents']),
  ...amount(row, 'minCents'),
  ...amount(row, 'cardCents'),
]

function checkRising(tiers: readonly RebateTier[]): ParamProblem[] {
  const isRising = tiers.every((tier, i) => {
    const before = tiers[i - 1]
    return !before || (tier.minCents > before.minCents && tier.cardCents > before.cardCents)
  })
  if (isRising) return []
  return paramProblem(
    'tiers',
    'tiers_not_rising',
    '每一档的门槛和返卡都要高于上一档',
    'each tier needs a higher threshold and card',
  )
}

export const rebateCard = defineMechanic<RebateCard>({
  mechanic: 'rebateCard',
  zh: '满返卡',
  en: 'Rebate card',
  level: 'reward',
  example: { tiers: [{ minCents: 100_000, cardCents: 5000 }], afterDays: 15 },
  check(params) {
    const problems = [
      ...onlyFields(params, ['tiers', 'afterDays', 'repeats']),
      ...rowsOf(params, 'tiers', checkTier),
      ...wholeBetween(params, 'afterDays', { min: 0, max: 365 }),
      ...checkRepeats(params),
    ]
    return problems.length > 0 ? problems : checkRising(params.tiers as readonly RebateTier[])
  },
  apply({ tiers, afterDays, repeats }, basket) {
    const { tier, times, next } = tierAt(tiers, basket, { repeats })
    if (!tier) return { hit: false, reason: 'below_threshold', ...(next && { next }) }
    return { hit: true, grants: [{ kind: 'card', cents: tier.cardCents * times, afterDays }], ...(next && { next }) }
  },
})
