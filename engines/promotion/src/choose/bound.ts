import type { CartState } from '../price/cart-state.ts'
import { largest, type RuleReach, type StageReach } from './reach.ts'

/**
 * The least that can be paid at the end, as a linear function of what the lines pay now: each line counts with `weights`, and
 * `off` comes down. It follows the later stages backwards: a rule that takes a share of each line leaves a factor behind, and an
 * amount taken before it saves only that factor. Linear, so it holds for every cart that the later stages may meet.
 */
export type Bound = { weights: readonly number[]; off: number; reaches: readonly StageReach[] }

/** Half a fen for each unit is the most that a rounded price differs from its share. */
const ROUNDING = 0.5

/** The share that every line keeps, where the stage is one rule that takes a share: basis points, and how often. */
function sharedRule({ stage }: StageReach): { keepsBp: number; times: number } | undefined {
  const [first] = stage.candidates
  if (!first || stage.candidates.some(({ compiled }) => compiled !== first.compiled)) return undefined
  const { mechanic, rule } = first.compiled
  const keepsBp = mechanic.keepsBp?.(rule.params as never)
  if (keepsBp === undefined) return undefined
  return { keepsBp, times: Math.min(stage.candidates.length, stage.max) }
}

function weighRule({ at, total, byLine, fees }: RuleReach, weights: readonly number[]): number {
  let greatest = 0
  let weighed = 0
  for (let k = 0; k < at.length; k++) {
    const weight = weights[at[k] as number] as number
    if (weight > greatest) greatest = weight
    if (byLine) weighed += weight * (byLine[k] as number)
  }
  return fees + (byLine ? Math.min(weighed, total * greatest) : total * greatest)
}

/** Each line takes its greatest cut at the most. */
function weighPerLine(rules: readonly RuleReach[], weights: readonly number[]): number {
  const greatest = weights.map(() => 0)
  for (const { at, byLine } of rules)
    for (let k = 0; byLine && k < at.length; k++) {
      const i = at[k] as number
      greatest[i] = Math.max(greatest[i] as number, byLine[k] as number)
    }
  let total = 0
  for (let i = 0; i < weights.length; i++) total += (weights[i] as number) * (greatest[i] as number)
  return total
}

function weighStage({ stage, rules }: StageReach, weights: readonly number[]): number {
  if (rules.length === 0) return 0
  if (stage.group.group?.per === 'line') return weighPerLine(rules, weights)
  return largest(
    rules.map((rule) => weighRule(rule, weights)),
    stage.max,
  )
}

/** What is lost by rounding when a stage is weighed as a share, and the weights before it. */
function shareStage(reach: StageReach, weights: readonly number[], { lines, remaining }: CartState) {
  const shared = sharedRule(reach)
  const [rule] = reach.rules
  if (!shared || !rule) return undefined
  const before = weights.slice()
  let rounding = 0
  let taken = 0
  for (const i of rule.at) {
    const weight = weights[i] as number
    before[i] = weight * (shared.keepsBp / 10_000) ** shared.times
    rounding += weight * ROUNDING * shared.times * (lines[i]?.quantity ?? 0)
    taken += (weight - (before[i] as number)) * (remaining[i] as number)
  }
  return { before, rounding, taken: taken + rounding }
}

/** The bound over the stages to come, their reach taken at `state` or at any state before it. */
export function boundOver(reaches: readonly StageReach[], state: CartState): Bound {
  let weights: readonly number[] = state.lines.map(() => 1)
  let off = 0
  for (let s = reaches.length - 1; s >= 0; s--) {
    const reach = reaches[s] as StageReach
    const amount = weighStage(reach, weights)
    const share = shareStage(reach, weights, state)
    // A capped share takes less as an amount than as a share; both bounds hold, so the closer one is taken.
    if (share && share.taken * CAPPED < amount) {
      off += share.rounding
      weights = share.before
    } else off += amount
  }
  return { weights, off, reaches }
}

/** A share counts as capped when the amount is so much smaller. */
const CAPPED = 0.9

/** Doubles of this size are exact to far less than this. */
const NOISE = 1e-3

/** The least that can still be paid from here; no discount goes below the floors. */
export function leastToPay({ weights, off }: Bound, { remaining, floor, feesLeft }: CartState): number {
  let least = -off
  let lowest = 0
  for (let i = 0; i < remaining.length; i++) {
    const amount = remaining[i] as number
    least += amount * (weights[i] as number)
    lowest += Math.min(amount, floor[i] as number)
  }
  for (const fee of feesLeft) least += fee
  return Math.max(Math.ceil(least - NOISE), lowest)
}

/** What a rule can take off one line at the most; parts of a sum may all fall on it. */
function mostOfLine({ at, room, total, byLine, isPerLine }: RuleReach, i: number): number {
  const k = at.indexOf(i)
  if (k < 0) return 0
  return isPerLine && byLine ? (byLine[k] as number) : Math.min(total, room[k] as number)
}

/** The least that one line can still come to. */
export function leastOfLine({ reaches }: Bound, { remaining, floor }: CartState, i: number): number {
  let least = remaining[i] ?? 0
  for (const { stage, rules } of reaches) {
    const cuts = rules.map((rule) => mostOfLine(rule, i))
    least -= stage.group.group?.per === 'line' ? Math.max(0, ...cuts) : largest(cuts, stage.max)
  }
  return Math.max(least, Math.min(remaining[i] ?? 0, floor[i] ?? 0))
}

/** The fewest further claims with which a cart that pays `payCents` now can come down to `targetCents`. */
export function claimsNeeded(
  { reaches }: Bound,
  { payCents, targetCents }: Record<'payCents' | 'targetCents', number>,
): number {
  let gap = payCents - targetCents
  for (const { free } of reaches) gap -= free
  const gains = reaches.map(({ most, free }) => most - free).sort((a, b) => b - a)
  let count = 0
  while (gap > 0 && count < gains.length) gap -= gains[count++] as number
  return count
}
