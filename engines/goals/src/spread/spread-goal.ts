import { err, ok, type PeriodGrain, periodsWithin, type Result } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import { isBoundToPeriod } from '../tree/additivity.ts'
import { cellKey, cellScope, goalKey } from '../tree/cell.ts'
import { goalId } from './goal-id.ts'
import { type SpreadConflict, spreadAmount } from './spread-amount.ts'

/**
 * A value of a dimension and what to call it. `within`: where it lies, by the dimensions of earlier steps, e.g. a SKU in its one
 * category; it is no part of anything else. What is not named there holds it.
 */
export type SpreadValue = { value: string; name: string; within?: Readonly<Record<string, readonly string[]>> }

/** One step of a split: over the periods of a grain, or over the values of a dimension. */
export type SpreadAxis = { axis: 'period'; grain: PeriodGrain } | { axis: string; values: readonly SpreadValue[] }

/**
 * `crossTotals`: a split by month and category also gets each category's own year, the sum of its months.
 */
/** Weight of a cell in a spread: any number ≥ 0, only its proportion to the others counts. */
export type Weigh = (goal: Goal) => number

export type SpreadRequest = { goalId: string; axes: readonly SpreadAxis[]; weigh: Weigh; crossTotals: boolean }

/** `goals` is the whole tree, with what was made at its end; `made` and `changed` say which. */
export type Spread = { goals: Goal[]; made: string[]; changed: string[] }

export type SpreadFailure =
  | ({ code: 'conflict'; parent: string; kind: SpreadConflict['code'] } & Omit<SpreadConflict, 'code'>)
  | { code: 'unknown_goal' | 'no_target'; goal: string }

/** The goals at work: found by id and by cell, added at the end. */
type Sheet = { byId: Map<string, Goal>; byCell: Map<string, string>; made: string[]; changed: Set<string> }

const SET_OF: Readonly<Record<string, Goal['set']>> = { promotion: 'promo', ordinary: 'daily' }

function blankPart(parent: Goal, axis: string, part: Pick<Goal, 'period' | 'scope' | 'name'>): Omit<Goal, 'id'> {
  const { metric, direction, denominator, dimension, owner, source, diagnosis } = parent
  const set = axis === 'promoPeriod' ? (SET_OF[part.scope.promoPeriod ?? ''] ?? parent.set) : parent.set
  return {
    ...part,
    parentId: parent.id,
    axis,
    metric,
    direction,
    denominator,
    dimension,
    owner,
    source,
    diagnosis,
    set,
    target: null,
    baseline: null,
    baselinePeriod: null,
    locked: false,
    floor: null,
    cap: null,
    note: '',
  }
}

const liesIn = ({ within = {} }: SpreadValue, scope: Goal['scope']): boolean =>
  Object.entries(within).every(([dimension, values]) => {
    const value = scope[dimension]
    return value === undefined || values.includes(value)
  })

function cellsOf(parent: Pick<Goal, 'period' | 'scope'>, axis: SpreadAxis): Pick<Goal, 'period' | 'scope' | 'name'>[] {
  if ('grain' in axis)
    return periodsWithin(parent.period, axis.grain).map((period) => ({ period, scope: parent.scope, name: '' }))
  const inside = axis.values.filter((value) => liesIn(value, parent.scope))
  return inside.map(({ value, name }) => ({
    period: parent.period,
    scope: { ...parent.scope, [axis.axis]: value },
    name: name === value ? '' : name,
  }))
}

/** The parts of a goal along an axis: those that are there, wherever they hang, and new ones for the rest. */
function partsOf(sheet: Sheet, parent: Goal, axis: SpreadAxis): Goal[] {
  return cellsOf(parent, axis).map((cell) => {
    const made = blankPart(parent, axis.axis, cell)
    const there = sheet.byCell.get(cellKey(made.metric, made.period, cellScope(made)))
    const found = there === undefined ? undefined : sheet.byId.get(there)
    if (found) return found
    const goal = { ...made, id: goalId(made.metric, made.period, made.scope, sheet.byId) }
    sheet.byId.set(goal.id, goal)
    sheet.byCell.set(goalKey(goal), goal.id)
    sheet.made.push(goal.id)
    return goal
  })
}

function setTarget(sheet: Sheet, goal: Goal, target: number): Goal {
  if (goal.target === target) return goal
  const changed = { ...goal, target }
  sheet.byId.set(goal.id, changed)
  sheet.changed.add(goal.id)
  return changed
}

function spreadDown(sheet: Sheet, parent: Goal, axes: readonly SpreadAxis[], weigh: Weigh): SpreadFailure | null {
  const [axis, ...deeper] = axes
  if (!axis || parent.target === null) return null
  const parts = partsOf(sheet, parent, axis)
  // Nothing lies in it: a category that sold no SKU keeps its target whole.
  if (parts.length === 0) return null
  const given = parts.map((g) => ({
    id: g.id,
    weight: weigh(g),
    floor: g.floor,
    cap: g.cap,
    locked: g.locked ? g.target : null,
  }))
  const spread = spreadAmount(parent.target, given)
  if (!spread.ok) {
    const { code: kind, ...facts } = spread.error
    return { code: 'conflict', parent: parent.id, kind, ...facts }
  }
  for (const [i, part] of parts.entries()) {
    const failure = spreadDown(sheet, setTarget(sheet, part, spread.value[i] ?? 0), deeper, weigh)
    if (failure) return failure
  }
  return null
}

type Cell = Pick<Goal, 'metric' | 'period' | 'scope' | 'set'>

/** What the cells add up to that `cell` is split into by `axes`; null while one of them is missing or blank. */
function sumOver(sheet: Sheet, cell: Cell, axes: readonly SpreadAxis[], of: SpreadValue): number | null {
  const [axis, ...deeper] = axes
  if (!liesIn(of, cell.scope)) return 0
  if (!axis) {
    const id = sheet.byCell.get(cellKey(cell.metric, cell.period, cellScope(cell)))
    return (id === undefined ? undefined : sheet.byId.get(id)?.target) ?? null
  }
  let sum = 0
  for (const part of cellsOf(cell, axis)) {
    const value = sumOver(sheet, { ...cell, ...part }, deeper, of)
    if (value === null) return null
    sum += value
  }
  return sum
}

/** Each value lies in one place of the steps before, which has its total already. */
const isNested = (axis: { values: readonly SpreadValue[] }, before: readonly SpreadAxis[]): boolean =>
  before.every((step) => !('grain' in step) && axis.values.every(({ within }) => within?.[step.axis]?.length === 1))

/** The totals of each later axis over everything that the axes before it split: sums of cells, so they agree by themselves. */
function addCrossTotals(sheet: Sheet, root: Goal, axes: readonly SpreadAxis[]): void {
  for (const [depth, axis] of axes.entries()) {
    const before = axes.slice(0, depth)
    if (depth === 0 || 'grain' in axis || (isBoundToPeriod(axis.axis) && before.some((a) => 'grain' in a))) continue
    if (isNested(axis, before)) continue
    for (const [i, total] of partsOf(sheet, root, axis).entries()) {
      const of = axis.values[i]
      const value = of ? sumOver(sheet, total, before, of) : null
      if (value !== null && !total.locked) setTarget(sheet, total, value)
    }
  }
}

/**
 * Splits a goal's target over axes, one after the other (`month`, then `category` within each month), making the parts
 * that are not there yet. Locked parts keep their target, floors and caps are kept, every sum is exact.
 * Errors: `unknown_goal`; `no_target`; `conflict` with the parts whose bounds leave no room, and by how much.
 */
export function spreadGoal(goals: readonly Goal[], request: SpreadRequest): Result<Spread, SpreadFailure> {
  const sheet: Sheet = {
    byId: new Map(goals.map((g) => [g.id, g])),
    byCell: new Map(goals.toReversed().map((g) => [goalKey(g), g.id])),
    made: [],
    changed: new Set(),
  }
  const root = sheet.byId.get(request.goalId)
  if (!root) return err({ code: 'unknown_goal', goal: request.goalId })
  if (root.target === null) return err({ code: 'no_target', goal: request.goalId })
  const failure = spreadDown(sheet, root, request.axes, request.weigh)
  if (failure) return err(failure)
  if (request.crossTotals) addCrossTotals(sheet, root, request.axes)
  return ok({ goals: [...sheet.byId.values()], made: sheet.made, changed: [...sheet.changed] })
}
