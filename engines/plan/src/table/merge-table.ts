import type { Goal } from '@zhanggui/goals'
import type { PlanPartBodies } from '../parts/plan-parts.ts'
import type { Plan, TableRow } from '../plan.ts'
import { DERIVED, type Derived } from './derived.ts'

export type MergeCounts = { created: number; updated: number; kept: number; removed: number }

export const MERGED_LISTS = ['table', 'goals', 'tasks', 'requests', 'budget', 'rules'] as const
export type MergedList = (typeof MERGED_LISTS)[number]

/** The parts of the plan after the table was taken over, and what that meant for each kind of object. */
export type MergedTable = {
  bodies: Pick<PlanPartBodies, 'goals' | 'budget' | 'tasks' | 'requests' | 'table'>
  counts: Record<MergedList, MergeCounts>
  /** Titles of what is no longer in the table and goes. */
  removed: string[]
}

type Entry = { readonly id: string }
type Merged<T> = { objects: T[]; counts: MergeCounts; gone: T[] }

const isDerived = ({ id }: Entry): boolean => id.startsWith(DERIVED)

/** `table/2027-01/strategy/3` → `table/2027-01/strategy`: items of one cell may change their places. */
const cellOf = (id: string): string => id.slice(0, id.lastIndexOf('/'))

/**
 * Puts what a table gives into a list. An object that says the same as before keeps its id and everything that people added to it
 * (owner, days, done); what the table no longer holds goes; what was never from a table stays.
 */
function mergeList<T extends Entry>(
  existing: readonly T[],
  derived: readonly T[],
  { says, keeping }: { says: (object: T) => string; keeping: (old: T, next: T) => T },
): Merged<T> {
  const own = existing.filter((object) => !isDerived(object))
  const open = existing.filter(isDerived)
  const taken = new Set<string>()
  const counts: MergeCounts = { created: 0, updated: 0, kept: 0, removed: 0 }
  const same = (next: T) =>
    open.find((old) => !taken.has(old.id) && cellOf(old.id) === cellOf(next.id) && says(old) === says(next))
  const matched = derived.map((next) => {
    const old = same(next)
    if (old) taken.add(old.id)
    return { next, old }
  })
  const ids = new Set([...own, ...open.filter(({ id }) => taken.has(id))].map(({ id }) => id))
  const objects = matched.map(({ next, old }) => {
    if (old) {
      counts.kept++
      return keeping(old, next)
    }
    counts[open.some(({ id }) => id === next.id && !taken.has(id)) ? 'updated' : 'created']++
    return { ...next, id: freeId(next.id, ids) }
  })
  const left = new Set(objects.map(({ id }) => id))
  const gone = open.filter(({ id }) => !left.has(id))
  return { objects: [...own, ...objects], counts: { ...counts, removed: gone.length }, gone }
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted
  for (let n = 1; ids.has(id); n++) id = `${cellOf(wanted)}/${n}`
  ids.add(id)
  return id
}

const sameCell = (a: Goal, b: Goal): boolean =>
  a.metric === b.metric && a.period === b.period && a.set === b.set && Object.keys(a.scope).length === 0

/** Goals are cells, whoever made them: a figure of the table is taken over, a blank cell changes nothing, a lock holds. */
function mergeGoals(existing: readonly Goal[], derived: readonly Goal[]): Merged<Goal> {
  const counts: MergeCounts = { created: 0, updated: 0, kept: 0, removed: 0 }
  const known = new Map(derived.map((goal) => [goal.id, existing.find((old) => sameCell(old, goal))]))
  const idOf = (id: string | null): string | null => (id === null ? null : (known.get(id)?.id ?? id))
  const changed = new Map<string, Goal>()
  const created: Goal[] = []
  for (const goal of derived) {
    const old = known.get(goal.id)
    if (!old) created.push({ ...goal, parentId: idOf(goal.parentId) })
    else if (goal.target !== null && goal.target !== old.target && !old.locked)
      changed.set(old.id, { ...old, target: goal.target, note: goal.note })
    else counts.kept++
  }
  const objects = [...existing.map((old) => changed.get(old.id) ?? old), ...created]
  return { objects, counts: { ...counts, created: created.length, updated: changed.size }, gone: [] }
}

function mergeRows(existing: readonly TableRow[], rows: readonly TableRow[]): MergeCounts {
  const before = new Map(existing.map((row) => [row.id, JSON.stringify(contentOf(row))]))
  const counts: MergeCounts = { created: 0, updated: 0, kept: 0, removed: 0 }
  for (const row of rows) {
    const old = before.get(row.id)
    counts[old === undefined ? 'created' : old === JSON.stringify(contentOf(row)) ? 'kept' : 'updated']++
  }
  return { ...counts, removed: existing.filter(({ id }) => !rows.some((row) => row.id === id)).length }
}

const contentOf = ({ source: _source, ...content }: TableRow): [string, unknown][] =>
  Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Nothing waits for a task that is gone. */
const withoutWaits = (tasks: Plan['tasks'], gone: ReadonlySet<string>): Plan['tasks'] =>
  tasks.map((task) =>
    task.dependsOn.some((id) => gone.has(id))
      ? { ...task, dependsOn: task.dependsOn.filter((id) => !gone.has(id)) }
      : task,
  )

/**
 * Takes a table and what was derived from it over into a plan. Doing it twice changes nothing the second time.
 * @param rows the table as it is to be.
 */
export function mergeTable(plan: Plan, rows: readonly TableRow[], derived: Derived): MergedTable {
  const goals = mergeGoals(plan.goals, derived.goals)
  const tasks = mergeList(plan.tasks, derived.tasks, {
    says: ({ title }) => title,
    keeping: (old, next) => ({ ...old, period: next.period, source: next.source }),
  })
  const requests = mergeList(plan.requests, derived.requests, {
    says: ({ text }) => text,
    keeping: (old, next) => ({ ...old, period: next.period, source: next.source }),
  })
  const lines = mergeList(plan.budget, derived.lines, { says: ({ name }) => name, keeping: (old) => old })
  const rules = mergeList(plan.budgetRules.stages, derived.rules, { says: ({ name }) => name, keeping: (old) => old })
  const goneTasks = new Set(tasks.gone.map(({ id }) => id))
  return {
    bodies: {
      table: rows,
      goals: { goals: goals.objects, measures: plan.measures },
      tasks: withoutWaits(tasks.objects, goneTasks),
      requests: requests.objects,
      budget: { lines: lines.objects, rules: { ...plan.budgetRules, stages: rules.objects } },
    },
    counts: {
      table: mergeRows(plan.table, rows),
      goals: goals.counts,
      tasks: tasks.counts,
      requests: requests.counts,
      budget: lines.counts,
      rules: rules.counts,
    },
    removed: [
      ...tasks.gone.map(({ title }) => title),
      ...requests.gone.map(({ text }) => text),
      ...[...lines.gone, ...rules.gone].map(({ name }) => name),
    ],
  }
}
