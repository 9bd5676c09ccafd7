import { err, ok, type Result } from '@zhanggui/kernel'
import type { Goal, GoalMetric } from '../goal.ts'
import { type SumGroup, sumGroups } from './sum-groups.ts'
import { type TreeFault, treeFault } from './tree-fault.ts'

export type Metrics = ReadonlyMap<string, GoalMetric>

/** Goals with their relations. `order` is the order in which they were given; every tie is broken by it. */
export type GoalTree = {
  goals: readonly Goal[]
  metrics: Metrics
  byId: ReadonlyMap<string, Goal>
  order: ReadonlyMap<string, number>
  children: ReadonlyMap<string, readonly Goal[]>
  roots: readonly Goal[]
  /** Every sum that must hold, also those of cells that lie in two splits. */
  groups: readonly SumGroup[]
}

const duplicates = (goals: readonly Goal[]): TreeFault[] => {
  const seen = new Set<string>()
  return goals.flatMap((g) => {
    if (!seen.has(g.id)) {
      seen.add(g.id)
      return []
    }
    const texts = {
      zh: `目标编号“${g.id}”出现了两次，请改其中一个。`,
      en: `Two goals have the id "${g.id}"; rename one.`,
    }
    return [treeFault('duplicate_id', g.id, texts)]
  })
}

const orphans = (goals: readonly Goal[], byId: ReadonlyMap<string, Goal>): TreeFault[] =>
  goals
    .filter((g) => g.parentId !== null && !byId.has(g.parentId))
    .map((g) =>
      treeFault('unknown_parent', g.id, {
        zh: `目标“${g.id}”的上级“${g.parentId}”不存在；请改为已有的目标，或留空。`,
        en: `Goal "${g.id}" hangs under "${g.parentId}", which does not exist; name an existing goal or none.`,
      }),
    )

/** The goals of each ring, each ring once. */
function cycles(goals: readonly Goal[], byId: ReadonlyMap<string, Goal>): TreeFault[] {
  const done = new Set<string>()
  const faults: TreeFault[] = []
  for (const start of goals) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: Goal | undefined = start
    while (at && !done.has(at.id) && !onPath.has(at.id)) {
      path.push(at.id)
      onPath.add(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    if (at && onPath.has(at.id)) {
      const ring = path.slice(path.indexOf(at.id))
      const names = [...ring, at.id].join(' → ')
      const texts = {
        zh: `目标互为上级：${names}。请断开其中一处。`,
        en: `Goals are parents of each other: ${names}. Break the ring at one place.`,
      }
      faults.push(treeFault('cycle', at.id, texts, ring.slice(1)))
    }
    for (const id of path) done.add(id)
  }
  return faults
}

/**
 * Flat goals as a tree with its sums.
 * Errors: `duplicate_id`, `unknown_parent`, `cycle` (all of them, in order). Other faults are found by `checkTree`.
 */
export function buildTree(goals: readonly Goal[], metrics: Metrics): Result<GoalTree, TreeFault[]> {
  const byId = new Map(goals.map((g) => [g.id, g]))
  const faults = [...duplicates(goals), ...orphans(goals, byId), ...cycles(goals, byId)]
  if (faults.length > 0) return err(faults)
  const children = Map.groupBy(
    goals.filter((g) => g.parentId !== null),
    (g) => g.parentId ?? '',
  )
  const base = {
    goals,
    metrics,
    byId,
    order: new Map(goals.map((g, i) => [g.id, i])),
    children,
    roots: goals.filter((g) => g.parentId === null),
  }
  return ok({ ...base, groups: sumGroups(base) })
}
