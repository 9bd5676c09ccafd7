import type { AssumptionFact } from './plan-facts.ts'
import type { PlanView } from './plan-view.ts'

/** The registered assumptions that the plan rests on, in its order. */
export function assumptionsOf({ plan, facts }: PlanView): AssumptionFact[] {
  const known = new Map((facts.assumptions ?? []).map((a) => [a.id, a]))
  return plan.assumptions.flatMap((id) => known.get(id) ?? [])
}
