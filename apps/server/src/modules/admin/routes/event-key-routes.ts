import { CreatedEventKey, CreateEventKey, EventKey, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf } from '../../../http/caller.ts'
import { createEventKey, listEventKeys, revokeEventKey } from '../event-keys.ts'

const StorePath = z.object({ store: StoreId })
const KeyPath = StorePath.extend({ id: z.string() })

/** Keys with which a shop's systems send events. */
export const eventKeyRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('keys:manage')

    app.get(
      '/v1/stores/:store/event-keys',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(EventKey) } } },
      (request) => listEventKeys(context, request.params.store),
    )

    app.post(
      '/v1/stores/:store/event-keys',
      { preHandler, schema: { params: StorePath, body: CreateEventKey, response: { 201: CreatedEventKey } } },
      async (request, reply) => {
        const made = await createEventKey(context, request.params.store, request.body, { actor: actorOf(request) })
        return reply.status(201).send(made)
      },
    )

    app.delete(
      '/v1/stores/:store/event-keys/:id',
      { preHandler, schema: { params: KeyPath, response: { 200: EventKey } } },
      (request) => revokeEventKey(context, request.params.store, request.params.id, { actor: actorOf(request) }),
    )
  }
