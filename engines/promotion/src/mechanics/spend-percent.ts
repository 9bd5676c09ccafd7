import { defineMechanic, type ParamProblem } from './mechanic.ts'
import { onlyFields, paramProblem, payShare } from './params.ts'
import { percentOf } from './percent-of.ts'
import { checkTiers, type Threshold, tierAt } from './threshold.ts'

export type PercentTier = Threshold & { payBp: number }
/** From so much money or so many units on, a share of the price of all goods that take part (满折, 满件折). */
export type SpendPercent = { tiers: readonly PercentTier[] }

function checkFalling(tiers: readonly PercentTier[]): ParamProblem[] {
  if (tiers.every(({ payBp }, i) => i === 0 || payBp < (tiers[i - 1]?.payBp ?? 0))) return []
  return paramProblem('tiers', 'tiers_not_rising', '档位越高，折扣要越大', 'a higher tier needs a deeper discount')
}

/** At a threshold of money the share is known; at one of units it hangs on which units are added. */
const cutOf = ({ minCents, payBp }: PercentTier): number | undefined =>
  minCents === undefined ? undefined : minCents - percentOf(minCents, payBp)

export const spendPercent = defineMechanic<SpendPercent>({
  mechanic: 'spendPercent',
  zh: '满折',
  en: 'Spend and take a share off',
  level: 'shop',
  group: 'spendAndSave',
  example: {
    tiers: [
      { minUnits: 2, payBp: 9500 },
      { minUnits: 3, payBp: 9000 },
    ],
  },
  check(params) {
    const problems = [...onlyFields(params, ['tiers']), ...checkTiers(params, ['payBp'], (row) => payShare(row))]
    return problems.length > 0 ? problems : checkFalling(params.tiers as readonly PercentTier[])
  },
  apply({ tiers }, basket) {
    const { tier, next } = tierAt(tiers, basket, { cutOf })
    if (!tier)
      return {
        hit: false,
        reason: tiers[0]?.minCents === undefined ? 'too_few_units' : 'below_threshold',
        ...(next && { next }),
      }
    // The share is of the same amount that the threshold is held against, so that parallel offers do not eat each other.
    return { hit: true, off: basket.baseSum - percentOf(basket.baseSum, tier.payBp), ...(next && { next }) }
  },
})
