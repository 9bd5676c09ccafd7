import type { CartState } from '../price/cart-state.ts'
import type { Aim } from './aim.ts'
import { type Bound, boundOver } from './bound.ts'
import { type Incumbent, isBetter, mayBeat } from './incumbent.ts'
import { decide, optionsOf } from './options.ts'
import { stageReach } from './reach.ts'
import type { Stage } from './stages.ts'

/** One search, over one or several starts. `openCents` is the lowest bound of what was left unsearched. */
export type Search = {
  readonly aim: Aim
  readonly nodeLimit: number
  best: Incumbent | undefined
  nodes: number
  openCents: number
}

export const openSearch = (aim: Aim, nodeLimit: number): Search => ({
  aim,
  nodeLimit,
  best: undefined,
  nodes: 0,
  openCents: Number.POSITIVE_INFINITY,
})

/** What was decided up to a stage, and the cart that it leaves. */
export type Way = { state: CartState; path: readonly string[]; count: number }

/** Whether a way may still end better than the incumbent; the count of claims is asked only where the price alone does not say. */
function isOpen({ best, aim }: Search, way: Way, bound: Bound): boolean {
  if (!best) return true
  const boundCents = aim.least(bound, way.state)
  if (boundCents < best.payableCents) return true
  if (!mayBeat({ ...way, boundCents }, best)) return false
  const needed = aim.claimsNeeded(bound, { payCents: aim.pays(way.state), targetCents: best.payableCents })
  return mayBeat({ boundCents, path: way.path, count: way.count + needed }, best)
}

function giveUp(search: Search, boundCents: number): void {
  search.openCents = Math.min(search.openCents, boundCents)
}

function leaf(search: Search, { state, path, count }: Way): void {
  const found = { payableCents: search.aim.pays(state), count, path }
  if (isBetter(found, search.best)) search.best = found
}

const boundFrom = (stages: readonly Stage[], index: number, state: CartState): Bound =>
  boundOver(
    stages.slice(index).map((stage) => stageReach(stage, state)),
    state,
  )

/** Depth first, the lowest bound first: the first way down is nearly always the best one, and its price closes the others. */
function branch(search: Search, stages: readonly Stage[], index: number, way: Way): void {
  const stage = stages[index]
  if (!stage) {
    leaf(search, way)
    return
  }
  const options = stage.kinds.length === 0 ? undefined : optionsOf(stage, way.state)
  if (!options) {
    // Nothing to decide; or too many ways to go through, and then the bound says what may have been missed.
    if (stage.kinds.length > 0) giveUp(search, search.aim.least(boundFrom(stages, index, way.state), way.state))
    branch(search, stages, index + 1, { ...way, state: decide(stage, [], way.state), path: [...way.path, ''] })
    return
  }
  const bound = boundFrom(stages, index + 1, way.state)
  const children = options.map(({ state, claimIds }) => ({
    state,
    path: [...way.path, claimIds.join('\n')],
    count: way.count + claimIds.length,
    boundCents: search.aim.least(bound, state),
  }))
  children.sort((a, b) => a.boundCents - b.boundCents)
  for (const child of children) visit(search, stages, index + 1, child, bound)
}

/** Bounds of the parent hold for its children too and cost nothing more, so they are asked first. */
function visit(search: Search, stages: readonly Stage[], index: number, way: Way, inherited: Bound): void {
  if (!isOpen(search, way, inherited)) return
  if (search.best && search.nodes >= search.nodeLimit) {
    giveUp(search, search.aim.least(inherited, way.state))
    return
  }
  search.nodes++
  if (search.best && !isOpen(search, way, boundFrom(stages, index, way.state))) return
  branch(search, stages, index, way)
}

/** Searches all choices of claims from one start. */
export function searchClaims(search: Search, stages: readonly Stage[], start: Way): void {
  visit(search, stages, 0, start, boundFrom(stages, 0, start.state))
}
