import type { Candidate } from '../price/candidates.ts'
import type { CartState } from '../price/cart-state.ts'
import { openBasket } from '../price/open-basket.ts'
import type { Stage } from './stages.ts'

/** What one rule can take off at the most, from now on: in all, and of each line where it is said line by line. */
export type RuleReach = {
  at: readonly number[]
  /** What each line can still give, down to its floor. */
  room: readonly number[]
  total: number
  byLine: readonly number[] | undefined
  fees: number
  isFree: boolean
  /** Each line is judged by itself, so `byLine` is the most of each line and not only of all together. */
  isPerLine: boolean
}

/** What a stage can take off at the most. `most` with the held claims, `free` without any. */
export type StageReach = { stage: Stage; rules: readonly RuleReach[]; most: number; free: number }

const sum = (parts: readonly number[]): number => {
  let total = 0
  for (let i = 0; i < parts.length; i++) total += parts[i] as number
  return total
}

/**
 * What a rule would take if it met the cart as it stands. Amounts, free units and open lines only ever fall from here, and with
 * less a rule takes no more (or says what it may take), so it is the most that the rule takes at any later moment.
 */
export function ruleReach(candidate: Candidate, state: CartState): RuleReach {
  const { mechanic, rule } = candidate.compiled
  const isFree = candidate.claimId === undefined
  const { basket, at, room } = openBasket(state, candidate)
  const isPerLine = mechanic.isPerLine === true
  const none = { at, room, total: 0, byLine: undefined, fees: 0, isFree, isPerLine }
  if (at.length === 0) return none
  const mostOff = mechanic.mostOff?.(rule.params as never, basket)
  if (mostOff !== undefined)
    return { ...none, total: Math.min(mostOff, basket.mostCents), byLine: room, isPerLine: false }
  const verdict = mechanic.apply(rule.params as never, basket)
  if (!verdict.hit) return none
  let fees = 0
  for (const [i, off] of (verdict.offShipping ?? []).entries()) fees += Math.min(off, basket.shipping[i]?.feeCents ?? 0)
  if (!verdict.offByLine) return { ...none, total: Math.min(verdict.off ?? 0, basket.mostCents), fees }
  if (!isPerLine) return { ...none, ...movingUnits(verdict.offByLine, { room, mostCents: basket.mostCents }), fees }
  const byLine = verdict.offByLine.map((off, k) => Math.min(off, room[k] as number))
  return { ...none, total: Math.min(sum(byLine), basket.mostCents), byLine, fees }
}

/**
 * A set takes the dearest units, and a floor may keep it from cutting them. Once they are gone the set moves on to units that have
 * no floor and takes more than now: what it wants counts, not what the floors leave of it, and it may be of any line.
 */
function movingUnits(
  wanted: readonly number[],
  { room, mostCents }: { room: readonly number[]; mostCents: number },
): Pick<RuleReach, 'total' | 'byLine'> {
  return { total: Math.min(sum(wanted), mostCents), byLine: room }
}

/** The `count` largest together. */
export function largest(totals: number[], count: number): number {
  if (totals.length <= count) return sum(totals)
  return sum(totals.sort((a, b) => b - a).slice(0, count))
}

const allOf = (rules: readonly RuleReach[]): number[] => rules.map(({ total, fees }) => total + fees)

/** Like claims one after the other: each takes as much, as long as the lines have it to give. */
function repeated(reach: RuleReach, times: number): RuleReach {
  if (times === 1) return reach
  const { room, byLine, total, fees } = reach
  return {
    ...reach,
    total: Math.min(total * times, sum(room)),
    byLine: byLine?.map((off, k) => Math.min(off * times, room[k] as number)),
    fees: fees * times,
  }
}

function reachesOf({ group, candidates }: Stage, state: CartState): RuleReach[] {
  const [first] = candidates
  if (first && !group.group) return [repeated(ruleReach(first, state), candidates.length)]
  return candidates.map((candidate) => ruleReach(candidate, state))
}

/** The most that a stage takes off, whatever is decided before it. */
export function stageReach(stage: Stage, state: CartState): StageReach {
  const rules = reachesOf(stage, state).filter((r) => r.total + r.fees > 0)
  const max = stage.group.group?.per === 'line' ? rules.length : stage.max
  const free = rules.filter((rule) => rule.isFree)
  return { stage, rules, most: largest(allOf(rules), max), free: largest(allOf(free), max) }
}
