import { err, ok, type Result } from '@zhanggui/kernel'

/** A piece of work in a network; `workdays` at least 1, or 0 for a milestone. */
export type NetworkTask = { id: string; workdays: number; dependsOn: readonly string[] }

/** Days count from 0, the start of the network; finishes are the day after the last day of work. */
export type NetworkPlace = {
  id: string
  earliestStart: number
  earliestFinish: number
  latestStart: number
  latestFinish: number
  /** How many days a task can slip without moving the end. */
  slack: number
  critical: boolean
}

export type NetworkError =
  | { code: 'unknown_dependency'; task: string; dependency: string }
  | { code: 'dependency_cycle'; tasks: string[] }
  | { code: 'repeated_task'; task: string }

/** The tasks so that each comes after what it depends on. */
function inOrder(tasks: ReadonlyMap<string, NetworkTask>): Result<NetworkTask[], NetworkError> {
  const ordered: NetworkTask[] = []
  const placed = new Set<string>()
  const dependants = new Map<string, string[]>()
  const open = new Map<string, number>()
  for (const { id, dependsOn } of tasks.values()) {
    open.set(id, new Set(dependsOn).size)
    for (const d of new Set(dependsOn)) dependants.set(d, [...(dependants.get(d) ?? []), id])
  }
  const ready = [...tasks.keys()].filter((id) => open.get(id) === 0)
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    const task = tasks.get(id)
    if (task) ordered.push(task)
    placed.add(id)
    for (const next of dependants.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1
      open.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  if (ordered.length === tasks.size) return ok(ordered)
  return err({ code: 'dependency_cycle', tasks: [...tasks.keys()].filter((id) => !placed.has(id)) })
}

function indexTasks(tasks: readonly NetworkTask[]): Result<ReadonlyMap<string, NetworkTask>, NetworkError> {
  const byId = new Map<string, NetworkTask>()
  for (const task of tasks) {
    if (byId.has(task.id)) return err({ code: 'repeated_task', task: task.id })
    byId.set(task.id, task)
  }
  for (const { id, dependsOn } of tasks)
    for (const dependency of dependsOn)
      if (!byId.has(dependency)) return err({ code: 'unknown_dependency', task: id, dependency })
  return ok(byId)
}

function finishes(ordered: readonly NetworkTask[]): Map<string, number> {
  const finish = new Map<string, number>()
  for (const { id, workdays, dependsOn } of ordered)
    finish.set(id, Math.max(0, ...dependsOn.map((d) => finish.get(d) ?? 0)) + workdays)
  return finish
}

function latestFinishes(ordered: readonly NetworkTask[], end: number): Map<string, number> {
  const latest = new Map(ordered.map(({ id }) => [id, end]))
  for (const { id, workdays, dependsOn } of ordered.toReversed())
    for (const d of dependsOn) latest.set(d, Math.min(latest.get(d) ?? end, (latest.get(id) ?? end) - workdays))
  return latest
}

/**
 * Earliest and latest days of each task, its slack, and which tasks are critical (critical path method).
 * Errors: names a repeated task, a dependency that is not there, or the tasks of a cycle.
 * Source: Kelley and Walker, Critical-Path Planning and Scheduling (1959).
 */
export function criticalPath(
  tasks: readonly NetworkTask[],
): Result<{ workdays: number; tasks: NetworkPlace[] }, NetworkError> {
  const indexed = indexTasks(tasks)
  if (!indexed.ok) return indexed
  const ordered = inOrder(indexed.value)
  if (!ordered.ok) return ordered
  const finish = finishes(ordered.value)
  const workdays = Math.max(0, ...finish.values())
  const latest = latestFinishes(ordered.value, workdays)
  const places = tasks.map((task): NetworkPlace => {
    const [earliestFinish, latestFinish] = [finish.get(task.id) ?? 0, latest.get(task.id) ?? workdays]
    const slack = latestFinish - earliestFinish
    return {
      id: task.id,
      earliestStart: earliestFinish - task.workdays,
      earliestFinish,
      latestStart: latestFinish - task.workdays,
      latestFinish,
      slack,
      critical: slack === 0,
    }
  })
  return ok({ workdays, tasks: places })
}
