import type { Rule } from '@zhanggui/promotion'

/** Prices of goods change between two hours for reasons that have nothing to do with who buys. */
const HOUR_MS = 3_600_000

const instantsOf = ({ when, params }: Rule): number[] =>
  [when?.from, when?.until, params.depositUntil, params.balanceFrom, params.balanceUntil]
    .filter((at): at is string => typeof at === 'string')
    .map((at) => Date.parse(at))
    .filter((ms) => !Number.isNaN(ms))

/**
 * The moment that an order counts as: the last turn of the hour, of a rule's time or of an approved price before it. Orders of one
 * moment met the same offers at the same listed prices.
 */
export function momentOf(at: string, rules: readonly Rule[], priceTurns: readonly number[]): string {
  const atMs = Date.parse(at)
  const turns = [...rules.flatMap(instantsOf), ...priceTurns].filter((ms) => ms <= atMs)
  return new Date(Math.max(Math.floor(atMs / HOUR_MS) * HOUR_MS, ...turns)).toISOString()
}
