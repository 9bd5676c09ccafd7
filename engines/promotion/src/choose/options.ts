import { applyJudgement } from '../price/apply-judgement.ts'
import type { Candidate } from '../price/candidates.ts'
import { type CartState, copyState } from '../price/cart-state.ts'
import { type Judgement, judge } from '../price/judge.ts'
import { chooseHit, endLevel, runGroup } from '../price/run-level.ts'
import type { Kind, Stage } from './stages.ts'

/** One way to decide a stage: the claims that go in, and the cart behind the stage. */
export type Option = { claimIds: readonly string[]; state: CartState }

const idOf = ({ claimId }: Candidate): string => claimId ?? ''

function close(stage: Stage, state: CartState): CartState {
  for (const level of stage.closes) endLevel(level, state)
  return state
}

/** Decides a stage with these claims; those that hold by themselves take part too. */
export function decide(stage: Stage, chosen: readonly Candidate[], state: CartState): CartState {
  const next = copyState(state)
  const taking = stage.candidates.filter((c) => c.claimId === undefined || chosen.includes(c))
  runGroup(stage.group, taking, next)
  return close(stage, next)
}

/**
 * Where one rule holds at the most, a claim matters only if it wins, and then the others of the group do not: each candidate is
 * judged once, and each winner is one option.
 */
function singleOptions(stage: Stage, state: CartState): Option[] {
  const judged = new Map(stage.candidates.map((candidate) => [candidate, judge(candidate, state)]))
  const winnerWith = (claim: Candidate | undefined): Judgement | undefined => {
    const rivals = stage.candidates.filter((c) => c.claimId === undefined || c === claim)
    return chooseHit(
      rivals.flatMap((c) => judged.get(c) ?? []),
      stage.group.group?.choose ?? 'best',
    )
  }
  const optionOf = (winner: Judgement | undefined): Option => {
    const next = copyState(state)
    if (winner) applyJudgement(next, winner)
    const claimId = winner?.candidate.claimId
    return { claimIds: claimId === undefined ? [] : [claimId], state: close(stage, next) }
  }
  const wins = stage.kinds.flatMap(({ candidates: [claim] }) => {
    const winner = claim && winnerWith(claim)
    return winner && winner.candidate === claim ? [optionOf(winner)] : []
  })
  return [optionOf(winnerWith(undefined)), ...wins]
}

/** Every choice of claims, like ones taken in the order of their ids, at most `max` in all. */
function choices(kinds: readonly Kind[], max: number, perKind: number): Candidate[][] {
  const [kind, ...rest] = kinds
  if (!kind) return [[]]
  const most = Math.min(max, perKind, kind.candidates.length)
  const found: Candidate[][] = []
  for (let count = 0; count <= most; count++) {
    const own = kind.candidates.slice(0, count)
    for (const others of choices(rest, max - count, perKind)) found.push([...own, ...others])
  }
  return found
}

/** Choices that one stage may have before it counts as too many to go through. */
const MOST_CHOICES = 20_000

function countChoices(kinds: readonly Kind[], max: number): number {
  let ways = 1
  for (const { candidates } of kinds) ways *= 1 + Math.min(max, candidates.length)
  return ways
}

function manyOptions(stage: Stage, state: CartState): Option[] {
  const isPerLine = stage.group.group?.per === 'line'
  const max = isPerLine ? Number.MAX_SAFE_INTEGER : stage.max
  // Of two claims that do the same for a line, the second never wins it.
  const perKind = isPerLine ? 1 : max
  return choices(stage.kinds, max, perKind).map((chosen) => ({
    claimIds: chosen.map(idOf).sort(),
    state: decide(stage, chosen, state),
  }))
}

/** All ways to decide a stage that can differ in amounts; the first takes no claim. `undefined` when they are too many. */
export function optionsOf(stage: Stage, state: CartState): Option[] | undefined {
  const isSingle = stage.max === 1 && stage.group.group?.per !== 'line'
  if (isSingle) return singleOptions(stage, state)
  return countChoices(stage.kinds, stage.max) > MOST_CHOICES ? undefined : manyOptions(stage, state)
}
