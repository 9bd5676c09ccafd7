import type { BudgetLine } from '@zhanggui/budget'
import type { Goal } from '@zhanggui/goals'
import { type BusinessDay, isPeriod, type Period, periodDays } from '@zhanggui/kernel'
import type { Plan, PlanEvent, PlanTask } from '../plan.ts'
import type { MetricFact, PlanFacts } from './plan-facts.ts'
import { type PlanText, planTexts } from './plan-texts.ts'

/** A plan with the look-ups that rules share, made once for all of them. */
export type PlanView = {
  plan: Plan
  facts: PlanFacts
  metrics: ReadonlyMap<string, MetricFact>
  goals: ReadonlyMap<string, Goal>
  goalChildren: ReadonlyMap<string, readonly Goal[]>
  lines: ReadonlyMap<string, BudgetLine>
  lineChildren: ReadonlyMap<string, readonly BudgetLine[]>
  events: ReadonlyMap<string, PlanEvent>
  tasks: ReadonlyMap<string, PlanTask>
  /** Every sentence that a person wrote, with the place it stands in. */
  texts: readonly PlanText[]
}

const byId = <T extends { id: string }>(objects: readonly T[]): Map<string, T> => new Map(objects.map((o) => [o.id, o]))

/** Children by their parent's id, in plan order; roots and orphans are nobody's children. */
function byParent<T extends { parentId: string | null }>(objects: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const object of objects) {
    if (object.parentId === null) continue
    const group = groups.get(object.parentId)
    if (group) group.push(object)
    else groups.set(object.parentId, [object])
  }
  return groups
}

const ownMetrics = (plan: Plan): MetricFact[] => plan.measures.map((m) => ({ ...m, view: 'shop' }))

export function viewPlan(plan: Plan, facts: PlanFacts): PlanView {
  return {
    plan,
    facts,
    metrics: byId([...facts.metrics, ...ownMetrics(plan)]),
    goals: byId(plan.goals),
    goalChildren: byParent(plan.goals),
    lines: byId(plan.budget),
    lineChildren: byParent(plan.budget),
    events: byId(plan.events),
    tasks: byId(plan.tasks),
    texts: planTexts(plan),
  }
}

/** Days of a period; `null` where the period does not exist, which is a finding of its own (`period-unknown`). */
export const daysOf = (period: Period | null): { from: BusinessDay; to: BusinessDay } | null =>
  period !== null && isPeriod(period) ? periodDays(period) : null
