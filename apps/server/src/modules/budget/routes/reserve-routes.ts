import { AskedRelease, AskRelease, ReportRelease, ReserveView, RestoreRelease } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { askRelease } from '../reserve/ask-release.ts'
import { readReserves } from '../reserve/read-reserve.ts'
import { reportRelease, restoreRelease } from '../reserve/settle-release.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

const ReleasePath = PlanPath.extend({ release: z.string().max(80) })

/** The reserve: what it holds, asking for some of it, and what became of what was released. */
export const reserveRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayPost = app.requirePermission('budget:post')

    app.get(
      `${BUDGET_PATH}/reserve`,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: PlanPath, response: { 200: z.array(ReserveView) } },
      },
      (request) => readReserves(context, budgetCaller(request)),
    )

    app.post(
      `${BUDGET_PATH}/reserve/releases`,
      {
        preHandler: mayPost,
        schema: { params: PlanPath, body: AskRelease, response: { 200: AskedRelease, 202: AskedRelease } },
      },
      async (request, reply) => {
        const asked = await askRelease(context, budgetCaller(request), request.body)
        return reply.status(asked.outcome === 'waiting' ? 202 : 200).send(asked)
      },
    )

    app.post(
      `${BUDGET_PATH}/reserve/releases/:release/restore`,
      { preHandler: mayPost, schema: { params: ReleasePath, body: RestoreRelease } },
      async (request, reply) => {
        const { release } = request.params
        await restoreRelease(context, budgetCaller(request), { ...request.body, release })
        return reply.status(204).send()
      },
    )

    app.post(
      `${BUDGET_PATH}/reserve/releases/:release/report`,
      { preHandler: mayPost, schema: { params: ReleasePath, body: ReportRelease } },
      async (request, reply) => {
        const { release } = request.params
        await reportRelease(context, budgetCaller(request), { ...request.body, release })
        return reply.status(204).send()
      },
    )
  }
