import { AddNodeDrivers, type NodeDriversAnswer, type Store } from '@zhanggui/contract'
import {
  cellKey,
  cellScope,
  DRIVER_AXIS,
  type Goal,
  goalId,
  goalKey,
  type NodeDrivers,
  type NodeRates,
  nodeDrivers,
  plainGoal,
} from '@zhanggui/goals'
import { periodDays, periodGrain } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { changeGoals } from './change-goals.ts'
import { GoalsFailure } from './goals-failure.ts'
import { lastYear } from './last-year.ts'
import { loadGoals } from './load-goals.ts'
import { readFigures } from './read-figures.ts'
import { visitorsToYearEnd } from './visitors-to-year-end.ts'

type Asked = z.output<typeof AddNodeDrivers>
type Node = NodeDriversAnswer['nodes'][number]
type Auxiliary = 'uv' | 'cvr' | 'aov' | 'buyers'

const AUXILIARY: readonly Auxiliary[] = ['uv', 'cvr', 'aov', 'buyers']
const GROWTH_BASE = 10_000

/** The goals on paid sales that get auxiliary targets. Errors: throws `unknown_goal`. */
function chosenNodes(goals: readonly Goal[], { goal: id, periods }: Asked): Goal[] {
  const sales = goals.filter((g) => g.metric === 'paid' && g.target !== null && g.target > 0)
  if (id === undefined) return sales.filter((g) => periods === 'all' || periodGrain(g.period) === 'year')
  const named = sales.filter((g) => g.id === id)
  if (named.length > 0) return named
  throw new GoalsFailure('unknown_goal', {
    zh: `没有编号为“${id}”、已有数值的支付金额目标；辅助目标只设在支付金额下面。`,
    en: `There is no goal "${id}" on paid sales with a target; auxiliary targets hang under paid sales only.`,
  })
}

type Last = NodeRates & { buyers: number | null }

/** Last year's figures of every node, in as few questions as their shapes allow. */
async function lastFigures(context: Context, store: Store, nodes: readonly Goal[]): Promise<(goal: Goal) => Last> {
  const cells = nodes.flatMap((g) =>
    AUXILIARY.map((metric) => ({ metric, period: lastYear(g.period), scope: cellScope(g) })),
  )
  const last = cells.map((c) => periodDays(c.period).to).sort()
  const until = last.at(-1)
  const figures =
    until === undefined ? new Map<string, number | null>() : await readFigures(context, store, cells, { until })
  const of = (goal: Goal, metric: Auxiliary): number | null => {
    const found = figures.get(cellKey(metric, lastYear(goal.period), cellScope(goal))) ?? null
    // Nobody came: there is no rate to go on from.
    return found === 0 ? null : found
  }
  return (goal) => ({ uv: of(goal, 'uv'), cvr: of(goal, 'cvr'), aov: of(goal, 'aov'), buyers: of(goal, 'buyers') })
}

type Siblings = ReadonlyMap<string, Goal>

/** The auxiliary goal that stands on the node's own period and scope already. */
const auxiliaryOf = (byCell: Siblings, node: Goal, metric: Auxiliary): Goal | undefined =>
  byCell.get(cellKey(metric, node.period, cellScope(node)))

function lockedOf(byCell: Siblings, node: Goal): Partial<Record<'uv' | 'cvr' | 'aov', number>> {
  const locks = (['uv', 'cvr', 'aov'] as const).flatMap((metric) => {
    const goal = auxiliaryOf(byCell, node, metric)
    return goal?.locked && goal.target !== null ? [[metric, goal.target]] : []
  })
  return Object.fromEntries(locks)
}

/** What the node's sales of last year needed at its rates, for a year that is not over. */
function peopleToYearEnd(node: Goal, last: Last): Pick<Last, 'uv' | 'buyers'> {
  const same = node.baseline
    ? nodeDrivers({ target: node.baseline, last, growth: { cvr: 0, aov: 0 }, locked: {} })
    : null
  return {
    uv: visitorsToYearEnd(last.uv, same?.kind === 'visits' ? same.uv : null),
    buyers: visitorsToYearEnd(last.buyers, same?.kind === 'buyers' ? same.buyers : null),
  }
}

const targetIn = (answer: NodeDrivers, metric: Auxiliary): number | null => {
  const figures: Partial<Record<string, unknown>> = answer
  const value = figures[metric]
  return typeof value === 'number' ? value : null
}

function nodeOf(node: Goal, answer: NodeDrivers, last: Last): Node {
  const people = peopleToYearEnd(node, last)
  const of = (metric: Auxiliary) => ({ last: { ...last, ...people }[metric], target: targetIn(answer, metric) })
  return {
    goal: node.id,
    kind: answer.kind,
    paid: { last: node.baseline, target: node.target },
    uv: of('uv'),
    cvr: of('cvr'),
    aov: of('aov'),
    buyers: of('buyers'),
  }
}

/** A node's auxiliary goals as they shall be: those that are there with new targets, the others made under it. */
function goalsOf(node: Goal, shown: Node, byCell: Siblings, taken: Set<string>): Goal[] {
  return AUXILIARY.flatMap((metric): Goal[] => {
    const { last, target } = shown[metric]
    if (target === null) return []
    const found = auxiliaryOf(byCell, node, metric)
    if (found?.locked) return []
    if (found) return [{ ...found, target }]
    const { period, set } = node
    const scope = { ...node.scope }
    const id = goalId(metric, period, { ...cellScope(node) }, taken)
    taken.add(id)
    const baselinePeriod = last === null ? null : lastYear(period)
    const facts = { id, metric, period, scope, set, parentId: node.id, axis: DRIVER_AXIS }
    return [plainGoal({ ...facts, target, baseline: last, baselinePeriod })]
  })
}

const warningsOf = (nodes: readonly Node[]): NodeDriversAnswer['changed']['warnings'] => {
  const count = (kind: Node['kind']): number => nodes.filter((node) => node.kind === kind).length
  const [unknown, contradicted] = [count('unknown'), count('overdetermined')]
  return [
    ...(unknown > 0
      ? [
          {
            code: 'drivers_unknown',
            messageZh: `有 ${unknown} 个目标去年没有访客或成交，无从推算，保持不变；可以手工填写。`,
            messageEn: `${unknown} goals had no visits or sales last year and stay as they are; fill them by hand.`,
          },
        ]
      : []),
    ...(contradicted > 0
      ? [
          {
            code: 'drivers_contradict',
            messageZh: `有 ${contradicted} 个目标的访客、转化率、客单价都已锁定且与目标矛盾；请放开其中一个。`,
            messageEn: `${contradicted} goals have all three drivers locked against their target; free one of them.`,
          },
        ]
      : []),
  ]
}

/**
 * Visitors, conversion and AOV as auxiliary targets under every goal on paid sales (P2.08): see contract `AddNodeDrivers`.
 * Errors: `unknown_goal`, `stale_version`, `plan_approved`.
 */
export async function addNodeDrivers(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: AddNodeDrivers,
): Promise<NodeDriversAnswer> {
  const asked = parseInput(AddNodeDrivers, request)
  const loaded = await loadGoals(context, store, planId)
  const { goals } = loaded.plan
  const nodes = chosenNodes(goals, asked)
  const lastOf = await lastFigures(context, store, nodes)
  const byCell = new Map(goals.map((g) => [goalKey(g), g]))
  const growth = { cvr: asked.cvrGrowthBp / GROWTH_BASE, aov: asked.aovGrowthBp / GROWTH_BASE }
  const taken = new Set(goals.map((g) => g.id))
  const worked = nodes.map((node) => {
    const last = lastOf(node)
    const answer = nodeDrivers({ target: node.target ?? 0, last, growth, locked: lockedOf(byCell, node) })
    const shown = nodeOf(node, answer, last)
    return { shown, goals: goalsOf(node, shown, byCell, taken) }
  })
  const written = new Map(worked.flatMap((w) => w.goals).map((g) => [g.id, g]))
  const kept = goals.map((g) => written.get(g.id) ?? g)
  const before = new Set(goals.map((g) => g.id))
  const made = [...written.values()].filter((g) => !before.has(g.id))
  const shown = worked.map((w) => w.shown)
  const changed = await changeGoals(context, caller, {
    loaded,
    goals: [...kept, ...made],
    asked,
    warnings: warningsOf(shown),
  })
  return { nodes: shown, changed }
}
