import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { ledgerRoutes } from './routes/ledger-routes.ts'
import { questionRoutes } from './routes/question-routes.ts'
import { reserveRoutes } from './routes/reserve-routes.ts'
import { subsidyRoutes } from './routes/subsidy-routes.ts'
import { tableFileRoutes } from './routes/table-file-routes.ts'
import { treeRoutes } from './routes/tree-routes.ts'

/** The budget of a plan: its tree, its ledger, the reserve, subsidies, and the questions that are asked of it. */
export const budgetRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(treeRoutes(context))
    await app.register(tableFileRoutes(context))
    await app.register(ledgerRoutes(context))
    await app.register(reserveRoutes(context))
    await app.register(subsidyRoutes(context))
    await app.register(questionRoutes(context))
  }
