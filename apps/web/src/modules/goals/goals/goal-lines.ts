import type { Goal, GoalsView } from '@zhanggui/contract'

/**
 * One row of the tree table: everything that is planned for a metric and a scope, its goals by period. `id` is the same on
 * every reading. Rows stand under the row that they are a part of, `depth` steps in.
 */
export type GoalLine = {
  id: string
  metric: string
  scope: Readonly<Record<string, string>>
  /** The dimension that makes it a part of the line above; `driver` for UV, CVR and AOV; null for a root. */
  axis: string | null
  depth: number
  cells: ReadonlyMap<string, Goal>
}

const scopeKey = (scope: Goal['scope']): string =>
  Object.keys(scope)
    .sort()
    .map((d) => `${d}=${scope[d]}`)
    .join('&')

export const lineId = (goal: Pick<Goal, 'metric' | 'scope' | 'set'>): string =>
  `${goal.metric}|${goal.set}|${scopeKey(goal.scope)}`

type Node = { line: Omit<GoalLine, 'depth'>; parent: string | null; order: number }

/** The line above: the goal's parent when it is another line, else the line above the parent's. */
function lineAbove(goal: Goal, byId: ReadonlyMap<string, Goal>): { parent: string | null; axis: string | null } {
  const own = lineId(goal)
  let axis = goal.axis
  let at = goal.parentId === null ? undefined : byId.get(goal.parentId)
  // A stored tree has no rings; the count keeps a broken one from hanging the page.
  for (let steps = 0; at && steps < byId.size; steps++) {
    if (lineId(at) !== own) return { parent: lineId(at), axis }
    axis = at.axis
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return { parent: null, axis: null }
}

/** The lines of a tree in the order of its goals, each below what it is a part of. */
export function goalLines(goals: readonly Goal[]): GoalLine[] {
  const byId = new Map(goals.map((g) => [g.id, g]))
  const nodes = new Map<string, Node & { cells: Map<string, Goal> }>()
  for (const [order, goal] of goals.entries()) {
    const id = lineId(goal)
    const found = nodes.get(id)
    if (found) {
      found.cells.set(goal.period, goal)
      continue
    }
    const { parent, axis } = lineAbove(goal, byId)
    const cells = new Map([[goal.period, goal]])
    const line = { id, metric: goal.metric, scope: goal.scope, axis, cells }
    nodes.set(id, { line, parent: parent === id ? null : parent, order, cells })
  }
  return inOrder(nodes)
}

function inOrder(nodes: ReadonlyMap<string, Node>): GoalLine[] {
  const below = Map.groupBy(nodes.values(), ({ parent }) => (parent !== null && nodes.has(parent) ? parent : null))
  const lines: GoalLine[] = []
  const add = (parent: string | null, depth: number): void => {
    for (const { line } of below.get(parent) ?? []) {
      lines.push({ ...line, depth })
      if (depth < 12) add(line.id, depth + 1)
    }
  }
  add(null, 0)
  return lines
}

/** The lines without those below a closed one. */
export function openLines(lines: readonly GoalLine[], closed: ReadonlySet<string>): GoalLine[] {
  const shown: GoalLine[] = []
  let hiddenBelow: number | null = null
  for (const line of lines) {
    if (hiddenBelow !== null && line.depth > hiddenBelow) continue
    hiddenBelow = closed.has(line.id) ? line.depth : null
    shown.push(line)
  }
  return shown
}

/** True when lines stand below this one. */
export const hasParts = (lines: readonly GoalLine[], index: number): boolean =>
  (lines[index + 1]?.depth ?? 0) > (lines[index]?.depth ?? 0)

/** What a line is called: the value it is set on, or its metric. */
export function lineName(
  line: GoalLine,
  view: Pick<GoalsView, 'metrics' | 'labels'>,
  language: 'zh' | 'en',
  unknown: string,
): string {
  const named = [...line.cells.values()].find((g) => g.name !== '')?.name
  const metric = view.metrics.find((m) => m.id === line.metric)
  const metricName = (language === 'zh' ? metric?.nameZh : metric?.nameEn) ?? line.metric
  if (line.axis === null || line.axis === 'driver' || line.axis === 'period') return named ?? metricName
  const value = line.scope[line.axis]
  if (value === undefined) return named ?? metricName
  return view.labels[line.axis]?.[value] ?? named ?? (value === '' ? unknown : value)
}
