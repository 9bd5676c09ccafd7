import { ExplainQuery, Explanation, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { explain } from './explain.ts'

/** Why did it change. */
export const driversRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/review/explanation',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: { params: z.object({ store: StoreId }), querystring: ExplainQuery, response: { 200: Explanation } },
      },
      (request) => explain(context, storeOf(request), request.query, askerOf(request)),
    )
  }
