import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { balanceRoutes } from './balance/balance-routes.ts'
import { checkRoutes } from './check/check-routes.ts'
import { collaborationRoutes } from './collaboration/collaboration-routes.ts'
import { goalRoutes } from './goals/goal-routes.ts'
import { buildFromData } from './plans/build-from-data.ts'
import { checkForApproval } from './plans/check-for-approval.ts'
import { planRoutes } from './plans/plan-routes.ts'
import { approvalRoutes, versionRoutes } from './plans/version-routes.ts'
import { tableRoutes } from './table/table-routes.ts'

/** Plans of the year: their parts, versions and approval, and what is worked out on their goals. */
export const goalsRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(planRoutes(context, { buildFromData }))
    await app.register(versionRoutes(context))
    await app.register(approvalRoutes(context, { check: checkForApproval }))
    await app.register(checkRoutes(context))
    await app.register(collaborationRoutes(context))
    await app.register(goalRoutes(context))
    await app.register(balanceRoutes(context))
    await app.register(tableRoutes(context))
  }
