import type { Finding } from '../finding.ts'
import { PLAN_PARTS, type Plan } from '../plan.ts'
import { nameCells } from './name-cells.ts'
import type { PlanFacts } from './plan-facts.ts'
import { viewPlan } from './plan-view.ts'
import { RULES } from './registry.ts'
import type { Draft, Rule } from './rule.ts'

/** Where an object stands in its part; what speaks of the whole part comes first, what is unknown last. */
function positions(plan: Plan): (at: Finding['at']) => number {
  const known = new Map<string, number>()
  const note = (part: string, objects: readonly { id: string }[]): void =>
    objects.forEach(({ id }, index) => {
      if (!known.has(`${part}\n${id}`)) known.set(`${part}\n${id}`, index + 1)
    })
  note('goals', [...plan.goals, ...plan.measures])
  note('budget', [...plan.budget, ...plan.budgetRules.stages])
  note('events', plan.events)
  note('tasks', plan.tasks)
  note('requests', plan.requests)
  note('table', plan.table)
  note('stages', plan.stages)
  return ({ part, id }) => (id === null ? 0 : (known.get(`${part}\n${id}`) ?? Number.MAX_SAFE_INTEGER))
}

/** By part, then by place in it; findings of one object keep the order of the rules. */
function inPlanOrder(plan: Plan, drafts: readonly Draft[]): Draft[] {
  const position = positions(plan)
  const part = (draft: Draft): number => PLAN_PARTS.indexOf(draft.at.part)
  return drafts.toSorted((a, b) => part(a) - part(b) || position(a.at) - position(b.at))
}

/**
 * Every fault of a plan, numbered 1, 2, 3 … in the order of the plan (parts as in PLAN_PARTS, objects as they stand).
 * A fault is found once: what follows from it is not reported beside it. A finding of level `error` blocks approval.
 * Shape: linear in the size of the plan. Errors: none; whatever cannot be read is itself a finding.
 * Source: requirement ledger P16.15, P2.23, P13.03, P14.18 and Part X; each finding names its rows.
 */
export function checkPlan(plan: Plan, facts: PlanFacts, rules: readonly Rule[] = RULES): Finding[] {
  const view = viewPlan(plan, facts)
  const drafts = rules.flatMap((rule) => rule.check(view))
  return inPlanOrder(plan, nameCells(plan, drafts)).map((draft, index) => ({ number: index + 1, ...draft }))
}
