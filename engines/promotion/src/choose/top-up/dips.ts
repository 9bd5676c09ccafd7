import type { SpendAndSave } from '../../mechanics/spend-and-save.ts'
import { spendTierAt } from '../../mechanics/spend-and-save.ts'
import type { Rule } from '../../rules/rule.ts'

/**
 * Cart values for which one pays more than for a larger cart: all of `fromCents` to `toCents`, both included. With a cart of
 * `betterCents` one pays `paysCents`, less than anywhere in the dip.
 */
export type Dip = { fromCents: number; toCents: number; betterCents: number; paysCents: number }

/** What a cart of a value pays. Between two `steps` it must not fall; at a step it may. */
export type PayCurve = { pays(valueCents: number): number; steps: readonly number[] }

/** The first value in [low, high] that pays more than `limit`, or `undefined`; `pays` does not fall there. */
function firstAbove({ pays }: PayCurve, limit: number, low: number, high: number): number | undefined {
  if (pays(high) <= limit) return undefined
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (pays(middle) > limit) to = middle
    else from = middle + 1
  }
  return from
}

/**
 * All dips of a curve, from low to high. Found from its steps alone: between two steps the amount to pay only rises, so a dip ends
 * right below a step and begins where the amount passes the least that any later step pays.
 * @example 300−40 and 600−100: 260.01–299.99 (a cart of 300 pays 260) and 540.01–599.99 (a cart of 600 pays 500)
 */
export function dipsOf(curve: PayCurve): Dip[] {
  const steps = [...new Set(curve.steps)].sort((a, b) => a - b)
  const dips: Dip[] = []
  let least: { betterCents: number; paysCents: number } | undefined
  for (let k = steps.length - 1; k >= 0; k--) {
    const at = steps[k] as number
    const paysCents = curve.pays(at)
    if (!least || paysCents <= least.paysCents) least = { betterCents: at, paysCents }
    const fromCents = firstAbove(curve, least.paysCents, steps[k - 1] ?? 0, at - 1)
    if (fromCents !== undefined) dips.push({ fromCents, toCents: at - 1, ...least })
  }
  return dips.reverse()
}

/** How many thresholds of a repeating rule are looked at: the dips of 每满减 repeat themselves. */
const MOST_REPEATS = 20

function stepsOf({ tiers, repeats = 1 }: SpendAndSave): number[] {
  const last = tiers[tiers.length - 1]
  const times = Math.min(repeats, MOST_REPEATS)
  const again = last ? Array.from({ length: times - 1 }, (_, i) => last.minCents * (i + 2)) : []
  return [...tiers.map(({ minCents }) => minCents), ...again]
}

const isSpendAndSave = (rule: Rule): boolean => rule.mechanic === 'spendAndSave'

/**
 * What a cart pays under reductions by amount that hold beside each other, thresholds against the same value (平行满减), as a
 * function of its value. Rules of other kinds are left out.
 */
export function spendCurve(rules: readonly Rule[]): PayCurve {
  const curves = rules.filter(isSpendAndSave).map(({ params, maxCents = Number.MAX_SAFE_INTEGER }) => ({
    params: params as unknown as SpendAndSave,
    maxCents,
  }))
  const cutAt = (value: number): number =>
    curves.reduce((sum, { params, maxCents }) => sum + Math.min(maxCents, spendTierAt(params, value).cut), 0)
  return { pays: (value) => Math.max(0, value - cutAt(value)), steps: curves.flatMap(({ params }) => stepsOf(params)) }
}
