import { defineMechanic, type ParamProblem } from './mechanic.ts'
import { amount, count, onlyFields, paramProblem, rowsOf } from './params.ts'
import { checkRepeats, tierAt } from './threshold.ts'

export type UnitsTier = { minUnits: number; cutCents: number }
/** From so many units on, so much off (满件减); with `repeats` the last tier again for each full number of units. */
export type UnitsAndSave = { tiers: readonly UnitsTier[]; repeats?: number }

function checkRising(tiers: readonly UnitsTier[]): ParamProblem[] {
  const isRising = tiers.every((tier, i) => {
    const before = tiers[i - 1]
    return !before || (tier.minUnits > before.minUnits && tier.cutCents > before.cutCents)
  })
  if (isRising) return []
  return paramProblem(
    'tiers',
    'tiers_not_rising',
    '每一档的件数和优惠都要高于上一档',
    'each tier needs more units and a higher cut',
  )
}

const cutOf = ({ cutCents }: UnitsTier, times: number): number => cutCents * times

export const unitsAndSave = defineMechanic<UnitsAndSave>({
  mechanic: 'unitsAndSave',
  zh: '满件减',
  en: 'Buy units and save',
  level: 'shop',
  group: 'spendAndSave',
  example: {
    tiers: [
      { minUnits: 2, cutCents: 2000 },
      { minUnits: 3, cutCents: 4000 },
    ],
  },
  check(params) {
    const problems = [
      ...onlyFields(params, ['tiers', 'repeats']),
      ...rowsOf(params, 'tiers', (row) => [
        ...onlyFields(row, ['minUnits', 'cutCents']),
        ...count(row, 'minUnits'),
        ...amount(row, 'cutCents'),
      ]),
      ...checkRepeats(params),
    ]
    return problems.length > 0 ? problems : checkRising(params.tiers as readonly UnitsTier[])
  },
  apply({ tiers, repeats }, basket) {
    const { tier, times, next } = tierAt(tiers, basket, { repeats, cutOf })
    if (!tier) return { hit: false, reason: 'too_few_units', ...(next && { next }) }
    return { hit: true, off: tier.cutCents * times, ...(next && { next }) }
  },
})
