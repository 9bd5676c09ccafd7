import type { FastifyRequest } from 'fastify'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { PlanPath } from '../../goals/plans/plan-routes.ts'
import type { BudgetCaller } from '../budget-key.ts'

export const BUDGET_PATH = '/v1/stores/:store/plans/:plan/budget'
export { PlanPath }

/** Who asks for which plan's budget. */
export const budgetCaller = (request: FastifyRequest): BudgetCaller => ({
  ...callerOf(request),
  shop: storeOf(request),
  plan: PlanPath.parse(request.params).plan,
})
