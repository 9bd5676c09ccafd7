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

/** Where a cart stands on tiers: the highest that is reached, how many times over, and the step to what comes next. */
export type Stand<T> = { tier: T | undefined; times: number; next: NextStep | undefined }

/** `cutOf`: what a tier takes off when it is just reached so many times, where that can be told. */
export type TierTerms<T> = { repeats?: number | undefined; cutOf?: (tier: T, times: number) => number | undefined }

const timesOver = <T extends Threshold>(tier: T, times: number): Threshold =>
  tier.minCents === undefined ? { minUnits: minOf(tier) * times } : { minCents: minOf(tier) * times }

export function tierAt<T extends Threshold>(
  tiers: readonly T[],
  basket: Basket,
  { repeats = 1, cutOf }: TierTerms<T> = {},
): Stand<T> {
  const stepTo = (tier: T, times: number): NextStep => {
    const cutCents = cutOf?.(tier, times)
    return { ...shortOf(timesOver(tier, times), basket), ...(cutCents !== undefined && { cutCents }) }
  }
  const at = tiers.findLastIndex((tier) => minOf(tier) <= broughtOf(tier, basket))
  const tier = tiers[at]
  const above = tiers[at + 1]
  if (above) return { tier, times: 1, next: stepTo(above, 1) }
  if (!tier) return { tier, times: 0, next: undefined }
  const times = Math.min(repeats, Math.floor(broughtOf(tier, basket) / minOf(tier)))
  return { tier, times, next: times < repeats ? stepTo(tier, times + 1) : undefined }
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
