import { CreateStore, Store, StoreId, UpdateStore } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf, userOf } from '../../../http/caller.ts'
import { listAccessibleStores } from '../session-info.ts'
import { createStore, updateStore } from '../stores.ts'

const StorePath = z.object({ store: StoreId })

/** Shops: the caller's own list, one shop, making and changing one. */
export const storeRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores',
      { preHandler: app.requireSignIn, schema: { response: { 200: z.array(Store) } } },
      async (request) => (await listAccessibleStores(context, userOf(request))).map(({ store }) => store),
    )

    app.post(
      '/v1/stores',
      { preHandler: app.requireOwner, schema: { body: CreateStore, response: { 201: Store } } },
      async (request, reply) =>
        reply.status(201).send(await createStore(context, request.body, { actor: actorOf(request) })),
    )

    app.get(
      '/v1/stores/:store',
      { preHandler: app.requirePermission('store:read'), schema: { params: StorePath, response: { 200: Store } } },
      async (request) => storeOf(request),
    )

    app.put(
      '/v1/stores/:store',
      {
        preHandler: app.requirePermission('store:manage'),
        schema: { params: StorePath, body: UpdateStore, response: { 200: Store } },
      },
      (request) => updateStore(context, request.params.store, request.body, { actor: actorOf(request) }),
    )
  }
