import type { Plan, PlanPart } from '../plan.ts'

/** What each part of a plan is stored and sent as. The contract's `PLAN_PART_BODIES` check the same shapes. */
export type PlanPartBodies = {
  header: Pick<Plan, 'name' | 'profile' | 'texts' | 'assumptions'>
  goals: Pick<Plan, 'goals' | 'measures'>
  budget: { lines: Plan['budget']; rules: Plan['budgetRules'] }
  events: Plan['events']
  tasks: Plan['tasks']
  requests: Plan['requests']
  table: Plan['table']
  stages: Plan['stages']
}

/** What is said once of a plan and never edited part by part. */
export type PlanFrame = Pick<Plan, 'id' | 'year' | 'currency'>

export const frameOf = ({ id, year, currency }: Plan): PlanFrame => ({ id, year, currency })

/** Cuts a plan into what is stored; `joinParts` puts it together again. */
export const splitPlan = (plan: Plan): PlanPartBodies => ({
  header: { name: plan.name, profile: plan.profile, texts: plan.texts, assumptions: plan.assumptions },
  goals: { goals: plan.goals, measures: plan.measures },
  budget: { lines: plan.budget, rules: plan.budgetRules },
  events: plan.events,
  tasks: plan.tasks,
  requests: plan.requests,
  table: plan.table,
  stages: plan.stages,
})

export const joinParts = (frame: PlanFrame, bodies: PlanPartBodies): Plan => ({
  ...frame,
  ...bodies.header,
  ...bodies.goals,
  budget: bodies.budget.lines,
  budgetRules: bodies.budget.rules,
  events: bodies.events,
  tasks: bodies.tasks,
  requests: bodies.requests,
  table: bodies.table,
  stages: bodies.stages,
})

/** @example withPart(plan, 'tasks', []) // the plan without tasks */
export const withParts = (plan: Plan, bodies: Partial<PlanPartBodies>): Plan =>
  joinParts(frameOf(plan), { ...splitPlan(plan), ...bodies })

/** The lists of a plan whose objects have ids, with the part that each is stored in. */
export const PLAN_LISTS = {
  goals: 'goals',
  measures: 'goals',
  stages: 'stages',
  budget: 'budget',
  events: 'events',
  tasks: 'tasks',
  requests: 'requests',
  table: 'table',
} as const satisfies Partial<Record<keyof Plan, PlanPart>>
export type PlanList = keyof typeof PLAN_LISTS

export const planLists = Object.keys(PLAN_LISTS) as PlanList[]
