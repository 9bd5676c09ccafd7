import { isWhole } from '../tree/additivity.ts'
import type { GoalTree } from '../tree/build-tree.ts'
import { guessBlanks } from './guess-blanks.ts'

/** One sum over places of the arrays: children add up to the parent. */
export type Sum = { parent: number; children: readonly number[] }

/**
 * A reconciliation as arrays: place i is the i-th goal that takes part in a sum. `prior` is what a target is now, `low` and
 * `high` what it may become (equal: it stays), `scale` how willingly it moves: a change counts as change² ÷ scale.
 */
export type SumProblem = {
  ids: readonly string[]
  prior: Float64Array
  low: Float64Array
  high: Float64Array
  scale: Float64Array
  sums: readonly Sum[]
  /** False: fractions are allowed (a measure that is neither money nor a count). */
  whole: boolean
}

export type PrepareOptions = {
  /** Targets that must hold whatever else moves: the edit, and what it shall not move. By goal id. */
  pinned: ReadonlyMap<string, number>
  /** How the blanks of a sum share what is left for them; 1 where it says nothing. By goal id. */
  blankWeight: ReadonlyMap<string, number>
}

/** A blank has nothing to hold on to: it gives way this many times more willingly than a target of its size. */
const BLANK_GIVES = 30

type Bounds = { low: number; high: number }

function boundsOf(tree: GoalTree, id: string, { pinned }: PrepareOptions, whole: boolean): Bounds {
  const goal = tree.byId.get(id)
  const pin = pinned.get(id) ?? (goal?.locked ? goal.target : null)
  if (pin !== null && pin !== undefined) return { low: pin, high: pin }
  // Nobody means a target below nothing unless somebody wrote one.
  const natural = (goal?.target ?? 0) < 0 ? Number.NEGATIVE_INFINITY : 0
  const low = goal?.floor ?? natural
  const high = goal?.cap ?? Number.POSITIVE_INFINITY
  return whole ? { low: Math.ceil(low), high: Math.floor(high) } : { low, high }
}

/** The sums of one connected part of a tree as a problem. `groups` are places in `tree.groups`. */
export function prepareSums(tree: GoalTree, groups: readonly number[], options: PrepareOptions): SumProblem {
  const places = new Map<string, number>()
  const placeOf = (id: string): number => {
    const there = places.get(id)
    if (there !== undefined) return there
    places.set(id, places.size)
    return places.size - 1
  }
  const sums = groups.flatMap((g) => {
    const group = tree.groups[g]
    return group ? [{ parent: placeOf(group.parent), children: group.children.map(placeOf) }] : []
  })
  const ids = [...places.keys()]
  const metric = tree.metrics.get(tree.byId.get(ids[0] ?? '')?.metric ?? '')
  const whole = metric === undefined || isWhole(metric)
  const bounds = ids.map((id) => boundsOf(tree, id, options, whole))
  const known = ids.map((id) => options.pinned.get(id) ?? tree.byId.get(id)?.target ?? null)
  const prior = guessBlanks(sums, known, (place) => options.blankWeight.get(ids[place] ?? '') ?? 1)
  const smallest = smallestStep(prior)
  return {
    ids,
    prior: Float64Array.from(prior),
    low: Float64Array.from(bounds, (b) => b.low),
    high: Float64Array.from(bounds, (b) => b.high),
    scale: Float64Array.from(prior, (p, i) => Math.max(Math.abs(p), smallest) * (known[i] === null ? BLANK_GIVES : 1)),
    sums,
    whole,
  }
}

/** What a cell of 0 counts as, so that it can move at all: a millionth of the mean. */
function smallestStep(prior: readonly number[]): number {
  const sum = prior.reduce((acc, p) => acc + Math.abs(p), 0)
  return sum === 0 ? 1 : Math.max((sum / prior.length) * 1e-6, 1e-9)
}
