import type { PlanFacts } from '../../src/index.ts'
import type { EditableFacts, EditablePlan } from './edit-plan.ts'
import { PLANTED_DEFECTS } from './planted-defects.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

/** Rules whose defects stand beside one another in the bad plan. */
export const RULES_OF_BAD_PLAN: readonly string[] = Object.entries(PLANTED_DEFECTS)
  .filter(([, { alone }]) => !alone)
  .map(([rule]) => rule)

export const editableCopy = (name: string): EditablePlan => JSON.parse(JSON.stringify(readPlanFile(name)))

function plantAll(): { plan: EditablePlan; facts: EditableFacts & PlanFacts } {
  const plan = editableCopy('clean-plan')
  const facts = shopFacts() as EditableFacts & PlanFacts
  for (const rule of RULES_OF_BAD_PLAN) PLANTED_DEFECTS[rule]?.plant(plan, facts)
  return { plan, facts }
}

export const badPlan = (): EditablePlan => plantAll().plan
export const badFacts = (): PlanFacts => plantAll().facts
