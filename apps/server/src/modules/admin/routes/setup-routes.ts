import { SessionInfo, SetupProgress, SetupRequest } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { createSignInLimits } from '../../../http/sign-in-limits.ts'
import type { AdminServices } from '../routes.ts'
import { createOwner } from '../users.ts'
import { openSession } from './session-routes.ts'

/** First run: the first person becomes the owner; progress of the demo shop that is being made meanwhile. */
export const setupRoutes =
  (context: Context, { identity, setupProgress }: AdminServices): FastifyPluginAsyncZod =>
  async (app) => {
    const limitTries = createSignInLimits(app)

    app.post(
      '/v1/setup',
      { preHandler: app.publicRoute, schema: { body: SetupRequest, response: { 201: SessionInfo } } },
      async (request, reply) => {
        await limitTries(request, request.body.email)
        await createOwner(context, identity, request.body)
        const info = await openSession({ context, identity }, request.body, { request, reply })
        return reply.status(201).send(info)
      },
    )

    app.get(
      '/v1/setup/progress',
      { preHandler: app.publicRoute, schema: { response: { 200: SetupProgress } } },
      async () => setupProgress.read(),
    )
  }
