import type { Basket, NextStep, ParamProblem } from './mechanic.ts'
import { amount, count, oneOf, onlyFields, optional, paramProblem, rowsOf } from './params.ts'

/** From so much money on, or from so many units on; one of the two. */
export type Threshold = { minCents?: number; minUnits?: number }

type Params = Readonly<Record<string, unknown>>

export const minOf = ({ minCents, minUnits }: Threshold): number => minCents ?? minUnits ?? 0

/** What a cart brings towards a threshold. */
const broughtOf = ({ minCents }: Threshold, { baseSum, units }: Pick<Basket, 'baseSum' | 'units'>): number =>
  minCents === undefined ? units : baseSum

export const shortOf = (tier: Threshold, basket: Pick<Basket, 'baseSum' | 'units'>): NextStep => {
  const short = minOf(tier) - broughtOf(tier, basket)
  return tier.minCents === undefined ? { shortUnits: short } : { shortCents: short }
}

/** The highest tier that is reached, how many times over when it repeats, and the step to what comes next. */
export function tierAt<T extends Threshold>(
  tiers: readonly T[],
  basket: Basket,
  repeats = 1,
): { tier: T | undefined; times: number; next: NextStep | undefined } {
  const at = tiers.findLastIndex((tier) => minOf(tier) <= broughtOf(tier, basket))
  const tier = tiers[at]
  const above = tiers[at + 1]
  if (above) return { tier, times: 1, next: shortOf(above, basket) }
  if (!tier || repeats === 1) return { tier, times: 1, next: undefined }
  const times = Math.min(repeats, Math.floor(broughtOf(tier, basket) / minOf(tier)))
  if (times >= repeats) return { tier, times, next: undefined }
  const once = minOf(tier) * (times + 1)
  const more = tier.minCents === undefined ? { minUnits: once } : { minCents: once }
  return { tier, times, next: shortOf(more, basket) }
}

/** Rows of tiers, each with a threshold of the same kind, rising. `checkRest` looks at the other fields of a row. */
export function checkTiers(
  params: Params,
  fields: readonly string[],
  checkRest: (row: Params) => ParamProblem[],
): ParamProblem[] {
  const problems = rowsOf(params, 'tiers', (row) => [
    ...onlyFields(row, ['minCents', 'minUnits', ...fields]),
    ...oneOf(row, ['minCents', 'minUnits']),
    ...optional(row, 'minCents', () => amount(row, 'minCents')),
    ...optional(row, 'minUnits', () => count(row, 'minUnits')),
    ...checkRest(row),
  ])
  return problems.length > 0 ? problems : checkRising(params.tiers as readonly Threshold[])
}

function checkRising(tiers: readonly Threshold[]): ParamProblem[] {
  return tiers.flatMap((tier, i) => {
    const before = tiers[i - 1]
    const isSameKind = !before || (before.minCents === undefined) === (tier.minCents === undefined)
    if (!before || (isSameKind && minOf(tier) > minOf(before))) return []
    return paramProblem(
      `tiers[${i}]`,
      'tiers_not_rising',
      `第 ${i + 1} 档的门槛要高于上一档，且同为金额或同为件数`,
      `tier ${i + 1} needs a higher threshold than the tier before, of the same kind`,
    )
  })
}

export const checkRepeats = (params: Params): ParamProblem[] =>
  optional(params, 'repeats', () => count(params, 'repeats'))
