import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { planRoutes } from './plans/plan-routes.ts'
import { playbookRoutes } from './playbooks/routes/playbook-routes.ts'
import { runRoutes } from './playbooks/routes/run-routes.ts'
import { drillRoutes } from './rehearsals/drill-routes.ts'

/** What happens by itself, and what is rehearsed before the day. */
export const drillsRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(playbookRoutes(context))
    await app.register(runRoutes(context))
    await app.register(planRoutes(context))
    await app.register(drillRoutes(context))
  }
