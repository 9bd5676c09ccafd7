import { InitiativeEffect, InitiativeInfo, MarkMilestone } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { markMilestone } from '../effects/mark-milestone.ts'
import { readInitiativeEffect } from '../effects/read-initiative-effect.ts'
import { readInitiatives } from '../effects/read-initiatives.ts'
import { StorePath } from './campaign-routes.ts'

const INITIATIVES_PATH = '/v1/stores/:store/initiatives'
const InitiativePath = StorePath.extend({ id: z.string().max(64) })
const InitiativeQuery = z.object({ campaign: z.string().max(60).optional() })

/** Improvements beside and within campaigns: what is to be done when, and what it changed. */
export const initiativeRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')

    app.get(
      INITIATIVES_PATH,
      {
        preHandler,
        schema: { params: StorePath, querystring: InitiativeQuery, response: { 200: z.array(InitiativeInfo) } },
      },
      (request) => readInitiatives(context, storeOf(request), { asker: askerOf(request), ...request.query }),
    )

    app.get(
      `${INITIATIVES_PATH}/:id/effect`,
      { preHandler, schema: { params: InitiativePath, response: { 200: InitiativeEffect } } },
      (request) =>
        readInitiativeEffect(context, callerOf(request), storeOf(request), {
          id: request.params.id,
          asker: askerOf(request),
        }),
    )

    app.post(
      `${INITIATIVES_PATH}/:id/milestones`,
      { preHandler: app.requirePermission('plan:write'), schema: { params: InitiativePath, body: MarkMilestone } },
      async (request, reply) => {
        await markMilestone(context, callerOf(request), { id: request.params.id, ...request.body })
        return reply.status(204).send()
      },
    )
  }
