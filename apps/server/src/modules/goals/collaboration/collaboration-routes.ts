import { AnswerMerchantRequest, AssumptionState, LinkedNote, MerchantRequestState, ToolInfo } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { assumptionStates } from '../../insight/read-assumptions.ts'
import { readTools } from '../../traffic/read-tools.ts'
import { StorePath } from '../plans/plan-routes.ts'
import { readDependants } from '../plans/read-dependants.ts'
import { answerRequest } from './answer-request.ts'
import { readLinkedNotes } from './read-links.ts'
import { readRequests } from './read-requests.ts'

const RequestPath = StorePath.extend({ id: z.string().max(64) })

/** What agency and merchant see alike: requests with their lateness, notes with their tasks, assumptions with their plans. */
export const collaborationRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')

    app.get(
      '/v1/stores/:store/merchant-requests',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(MerchantRequestState) } } },
      (request) => readRequests(context, storeOf(request)),
    )

    app.post(
      '/v1/stores/:store/merchant-requests/:id/answer',
      {
        preHandler: app.requirePermission('plan:confirm'),
        schema: { params: RequestPath, body: AnswerMerchantRequest },
      },
      async (request, reply) => {
        const given = { id: request.params.id, ...request.body }
        await answerRequest(context, callerOf(request), storeOf(request), given)
        return reply.status(204).send()
      },
    )

    app.get(
      '/v1/stores/:store/linked-notes',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(LinkedNote) } } },
      (request) => readLinkedNotes(context, storeOf(request).id),
    )

    app.get(
      '/v1/stores/:store/assumptions',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(AssumptionState) } } },
      async (request) => {
        const store = storeOf(request)
        return assumptionStates(context, store, await readDependants(context, store.id))
      },
    )

    app.get(
      '/v1/stores/:store/tools',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(ToolInfo) } } },
      async (request) => {
        const tools = await readTools(context, storeOf(request).id)
        return tools.map((tool) => ({ ...tool, aliases: [...tool.aliases] }))
      },
    )
  }
