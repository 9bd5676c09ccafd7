import { checkPlan } from '@zhanggui/plan'
import type { CheckOfPlan } from '../plans/plan-gate.ts'
import { gatherPlanFacts } from './gather-plan-facts.ts'

/** Every finding of a plan of the shop, numbered. While one of level error remains the plan cannot be approved. */
export const checkStoredPlan: CheckOfPlan = async (context, store, plan) =>
  checkPlan(plan, await gatherPlanFacts(context, store, plan))
