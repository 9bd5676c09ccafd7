import { PERIOD_GRAINS, type PeriodGrain, periodGrain, periodHolds, periodsWithin } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import { addsUpOver, DRIVER_AXIS } from './additivity.ts'
import type { GoalTree } from './build-tree.ts'
import { cellKey, cellScope, scopeHolds, scopeKey, withoutDimension } from './cell.ts'

/**
 * One sum that must hold: the children's targets add up to the parent's. `crossed`: the children hang under other goals
 * and meet here by what they measure, as the March cells of every category meet in March.
 */
export type SumGroup = { parent: string; axis: string; children: readonly string[]; crossed: boolean }

type Relations = Omit<GoalTree, 'groups'>

const groupKey = (parent: string, axis: string): string => `${parent}|${axis}`

/** The sums that the goals declare by parent and axis. */
function declaredGroups({ goals, children, metrics }: Relations): SumGroup[] {
  return goals.flatMap((parent) => {
    const metric = metrics.get(parent.metric)
    const parts = (children.get(parent.id) ?? []).filter((c) => c.metric === parent.metric && c.axis !== DRIVER_AXIS)
    if (!metric || parts.length === 0) return []
    return [...Map.groupBy(parts, (c) => c.axis ?? '')]
      .filter(([axis]) => addsUpOver(metric, axis, cellScope(parent)))
      .map(([axis, of]) => ({ parent: parent.id, axis, children: of.map((c) => c.id), crossed: false }))
  })
}

/** The coarsest finer grain of which every period of `goal` has a cell, as goals; null when there is none. */
function periodCells(goal: Goal, cells: ReadonlyMap<string, Goal>, grains: ReadonlySet<PeriodGrain>): Goal[] | null {
  const own = PERIOD_GRAINS.indexOf(periodGrain(goal.period))
  for (const grain of PERIOD_GRAINS.slice(own + 1)) {
    if (!grains.has(grain)) continue
    const found = periodsWithin(goal.period, grain).map((p) => cells.get(p))
    if (found.every((c) => c !== undefined)) return found
  }
  return null
}

/** Sums over time of cells that hang under other goals: the twelve months of one category. */
function crossedPeriods({ goals, metrics }: Relations, declared: ReadonlySet<string>): SumGroup[] {
  const lines = Map.groupBy(goals, (g) => `${g.metric}|${scopeKey(cellScope(g))}`)
  return [...lines.values()].flatMap((line) => {
    const metric = metrics.get(line[0]?.metric ?? '')
    const [first] = line
    if (!metric || !first || !addsUpOver(metric, 'period', cellScope(first))) return []
    const cells = new Map(line.map((g): [string, Goal] => [g.period, g]))
    const grains = new Set(line.map((g) => periodGrain(g.period)))
    if (grains.size < 2) return []
    return line.flatMap((parent) => {
      const found = declared.has(groupKey(parent.id, 'period')) ? null : periodCells(parent, cells, grains)
      return found ? [{ parent: parent.id, axis: 'period', children: found.map((c) => c.id), crossed: true }] : []
    })
  })
}

const valueOn = (goal: Goal | undefined, axis: string): string => (goal ? (cellScope(goal)[axis] ?? '') : '')

type Split = { parent: Goal; values: ReadonlySet<string> }

/** Declared splits by metric and dimension: the list of values that a whole consists of. */
function declaredSplits({ byId }: Relations, groups: readonly SumGroup[]): Map<string, Split[]> {
  const splits = new Map<string, Split[]>()
  for (const { parent, axis, children } of groups) {
    const goal = byId.get(parent)
    if (!goal || axis === 'period') continue
    const values = new Set(children.map((id) => valueOn(byId.get(id), axis)))
    const key = `${goal.metric}|${axis}`
    splits.set(key, [...(splits.get(key) ?? []), { parent: goal, values }])
  }
  return splits
}

const isWholeOf = (cells: readonly Goal[], axis: string, parent: Goal, splits: readonly Split[]): boolean =>
  splits.some(
    (s) =>
      s.values.size === cells.length &&
      cells.every((c) => s.values.has(valueOn(c, axis))) &&
      scopeHolds(cellScope(s.parent), cellScope(parent)) &&
      periodHolds(s.parent.period, parent.period),
  )

/** Sums over a dimension of cells that hang under other goals: every category's March. */
function crossedDimensions(
  relations: Relations,
  groups: readonly SumGroup[],
  declared: ReadonlySet<string>,
): SumGroup[] {
  const { goals, metrics } = relations
  const splits = declaredSplits(relations, groups)
  const parents = new Map(goals.map((g) => [cellKey(g.metric, g.period, cellScope(g)), g]))
  const parts = new Map<string, { parent: Goal; axis: string; cells: Goal[] }>()
  for (const cell of goals) {
    const metric = metrics.get(cell.metric)
    const scope = cellScope(cell)
    for (const axis of Object.keys(scope)) {
      const parent = parents.get(cellKey(cell.metric, cell.period, withoutDimension(scope, axis)))
      if (!metric || !parent || !addsUpOver(metric, axis) || declared.has(groupKey(parent.id, axis))) continue
      const key = groupKey(parent.id, axis)
      const part = parts.get(key) ?? { parent, axis, cells: [] }
      part.cells.push(cell)
      parts.set(key, part)
    }
  }
  return [...parts.values()]
    .filter(({ parent, axis, cells }) => isWholeOf(cells, axis, parent, splits.get(`${parent.metric}|${axis}`) ?? []))
    .map(({ parent, axis, cells }) => ({ parent: parent.id, axis, children: cells.map((c) => c.id), crossed: true }))
}

/**
 * Every sum that must hold in a tree: those that the goals declare, and those of cells that lie in two splits. A crossed
 * sum is one only when its cells are all there: every period of a grain, or every value that a declared split names.
 */
export function sumGroups(relations: Relations): SumGroup[] {
  const declaredSums = declaredGroups(relations)
  const declared = new Set(declaredSums.map((g) => groupKey(g.parent, g.axis)))
  return [
    ...declaredSums,
    ...crossedPeriods(relations, declared),
    ...crossedDimensions(relations, declaredSums, declared),
  ]
}
