import { type BudgetLine, type ResolvedBudget, resolveBudget } from '@zhanggui/budget'
import { buildTree, checkTree, type Goal, type GoalMetric, type GoalTree, type TreeFault } from '@zhanggui/goals'
import type { Plan, PlanEvent, PlanTask } from '../plan.ts'
import type { PlanFault } from '../structure/plan-fault.ts'
import { planFaults } from '../structure/plan-faults.ts'
import type { PlanFacts } from './plan-facts.ts'
import { type PlanText, planTexts } from './plan-texts.ts'
import { salesTargets } from './sales-target.ts'
import { soundBudget, soundGoals } from './sound-parts.ts'

/** A plan with the look-ups that rules share, each made once and when first asked for. */
export type PlanView = {
  plan: Plan
  facts: PlanFacts
  metrics: ReadonlyMap<string, GoalMetric>
  goals: ReadonlyMap<string, Goal>
  lines: ReadonlyMap<string, BudgetLine>
  events: ReadonlyMap<string, PlanEvent>
  tasks: ReadonlyMap<string, PlanTask>
  /** Every text that a person wrote, with the place it stands in. */
  texts: readonly PlanText[]
  /** Objects that do not fit together; such a part is told once and not looked into further. */
  faults: readonly PlanFault[]
  /** `null` where goals do not make a tree, which is told as a fault. */
  goalTree: GoalTree | null
  goalFaults: readonly TreeFault[]
  /** `null` where lines do not make a tree. */
  budget: ResolvedBudget | null
}

const byId = <T extends { id: string }>(objects: readonly T[]): Map<string, T> => new Map(objects.map((o) => [o.id, o]))

/** Makes a value when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const treeOf = (plan: Plan, metrics: ReadonlyMap<string, GoalMetric>): GoalTree | null => {
  const built = soundGoals(plan) ? buildTree(plan.goals, metrics) : null
  return built?.ok ? built.value : null
}

const budgetOf = (plan: Plan): ResolvedBudget | null =>
  soundBudget(plan) ? resolveBudget(plan.budget, { salesOf: salesTargets(plan) }) : null

/** Goals without a name of their own are spoken of by their metric and what they are set on, never by an id. */
function named(plan: Plan, metrics: ReadonlyMap<string, GoalMetric>): Plan {
  const nameOf = ({ metric, scope }: Goal): string =>
    [metrics.get(metric)?.nameZh ?? metric, ...Object.values(scope)].join(' ').trim()
  return { ...plan, goals: plan.goals.map((goal) => (goal.name === '' ? { ...goal, name: nameOf(goal) } : goal)) }
}

export function viewPlan(written: Plan, facts: PlanFacts): PlanView {
  const metrics = byId<GoalMetric>([...facts.metrics, ...written.measures])
  const plan = named(written, metrics)
  const texts = lazily(() => planTexts(written))
  const faults = lazily(() => planFaults(plan))
  const goalTree = lazily(() => treeOf(plan, metrics))
  const goalFaults = lazily(() => {
    const tree = goalTree()
    return tree ? checkTree(tree) : []
  })
  const budget = lazily(() => budgetOf(plan))
  return {
    plan,
    facts,
    metrics,
    goals: byId(plan.goals),
    lines: byId(plan.budget),
    events: byId(plan.events),
    tasks: byId(plan.tasks),
    get texts() {
      return texts()
    },
    get faults() {
      return faults()
    },
    get goalTree() {
      return goalTree()
    },
    get goalFaults() {
      return goalFaults()
    },
    get budget() {
      return budget()
    },
  }
}
