import { ConnectorInfo } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { readConnectors } from './read-connectors.ts'

/** Where the shop touches outside systems, and whether these are off, simulated or real. */
export const connectorRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/connectors',
      {
        preHandler: app.requirePermission('store:manage'),
        schema: { params: z.object({ store: z.string() }), response: { 200: z.array(ConnectorInfo) } },
      },
      (request) => readConnectors(context, storeOf(request)),
    )
  }
