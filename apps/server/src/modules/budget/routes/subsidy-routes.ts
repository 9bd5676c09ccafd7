import { MoveSubsidy, OpenSubsidy, Subsidies, SubsidyQuery } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { todayOf } from '../budget-key.ts'
import { moveSubsidy, settleSubsidies } from '../subsidies/move-subsidy.ts'
import { openSubsidy } from '../subsidies/open-subsidy.ts'
import { readSubsidies } from '../subsidies/read-subsidies.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

const SubsidyPath = PlanPath.extend({ subsidy: z.string().max(80) })

/** Subsidies: what was given out, used and given back, what it cost and what is still owed. */
export const subsidyRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayPost = app.requirePermission('budget:post')
    const path = `${BUDGET_PATH}/subsidies`

    app.get(
      path,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: PlanPath, querystring: SubsidyQuery, response: { 200: Subsidies } },
      },
      (request) => {
        const caller = budgetCaller(request)
        const { asOf } = request.query
        return readSubsidies(context, caller, asOf === undefined ? todayOf(context, caller.shop) : parseDay(asOf))
      },
    )

    app.post(path, { preHandler: mayPost, schema: { params: PlanPath, body: OpenSubsidy } }, async (request, reply) => {
      await openSubsidy(context, budgetCaller(request), request.body)
      return reply.status(204).send()
    })

    app.post(
      `${path}/:subsidy/moves`,
      { preHandler: mayPost, schema: { params: SubsidyPath, body: MoveSubsidy } },
      async (request, reply) => {
        const { subsidy } = request.params
        await moveSubsidy(context, budgetCaller(request), { ...request.body, subsidy })
        return reply.status(204).send()
      },
    )

    app.post(
      `${path}/settle`,
      { preHandler: mayPost, schema: { params: PlanPath, response: { 200: z.object({ posted: z.number().int() }) } } },
      async (request) => ({ posted: await settleSubsidies(context, budgetCaller(request)) }),
    )
  }
