import { type Basket, defineMechanic, type NextStep, type ParamProblem } from './mechanic.ts'
import { amount, onlyFields, optional, paramProblem, rowsOf, wholeBetween } from './params.ts'

/** From `minCents` on, `cutCents` off. */
export type SpendTier = { minCents: number; cutCents: number }

/**
 * Spend and save: tiers (阶梯满减), or with `repeats` the last tier again for each full amount (每满减, `repeats` times at the most).
 * Coupons and cross-shop reductions are the same arithmetic at other levels.
 */
export type SpendAndSave = { tiers: readonly SpendTier[]; repeats?: number }

/** What the rule takes off an amount, and the next step up. */
export function spendTierAt({ tiers, repeats = 1 }: SpendAndSave, baseCents: number): { cut: number; next?: NextStep } {
  let cut = 0
  let next: SpendTier | undefined
  for (const tier of tiers) {
    if (tier.minCents > baseCents) {
      next = tier
      break
    }
    cut = tier.cutCents
  }
  const last = tiers[tiers.length - 1]
  if (!next && last && repeats > 1) {
    const times = Math.min(repeats, Math.floor(baseCents / last.minCents))
    cut = last.cutCents * times
    if (times < repeats) next = { minCents: last.minCents * (times + 1), cutCents: last.cutCents * (times + 1) }
  }
  return next ? { cut, next: { shortCents: next.minCents - baseCents, cutCents: next.cutCents } } : { cut }
}

function checkOrder(params: Readonly<Record<string, unknown>>): ParamProblem[] {
  const tiers = params.tiers as readonly SpendTier[]
  return tiers.flatMap((tier, i) => {
    const before = tiers[i - 1]
    if (!before || (tier.minCents > before.minCents && tier.cutCents > before.cutCents)) return []
    return paramProblem(
      `tiers[${i}]`,
      'tiers_not_rising',
      `第 ${i + 1} 档的门槛和优惠都要高于上一档`,
      `tier ${i + 1} needs a higher threshold and a higher cut than the tier before`,
    )
  })
}

const checkTier = (tier: Readonly<Record<string, unknown>>): ParamProblem[] => {
  const problems = [
    ...onlyFields(tier, ['minCents', 'cutCents']),
    ...amount(tier, 'minCents'),
    ...amount(tier, 'cutCents'),
  ]
  if (problems.length > 0 || Number(tier.cutCents) <= Number(tier.minCents)) return problems
  return paramProblem('cutCents', 'cut_above_threshold', '优惠不能高于门槛', 'the cut cannot be above its threshold')
}

export function checkSpendAndSave(params: Readonly<Record<string, unknown>>): ParamProblem[] {
  const problems = [
    ...onlyFields(params, ['tiers', 'repeats']),
    ...rowsOf(params, 'tiers', checkTier),
    ...optional(params, 'repeats', () => wholeBetween(params, 'repeats', { min: 1, max: 1_000_000 })),
  ]
  return problems.length > 0 ? problems : checkOrder(params)
}

export function applySpendAndSave(params: SpendAndSave, { baseSum }: Basket) {
  const { cut, next } = spendTierAt(params, baseSum)
  if (cut === 0) return { hit: false as const, reason: 'below_threshold' as const, ...(next && { next }) }
  return { hit: true as const, off: cut, ...(next && { next }) }
}

export const spendAndSave = defineMechanic<SpendAndSave>({
  mechanic: 'spendAndSave',
  zh: '满减',
  en: 'Spend and save',
  level: 'shop',
  group: 'spendAndSave',
  example: {
    tiers: [
      { minCents: 30_000, cutCents: 4000 },
      { minCents: 60_000, cutCents: 10_000 },
    ],
  },
  check: checkSpendAndSave,
  apply: applySpendAndSave,
})
