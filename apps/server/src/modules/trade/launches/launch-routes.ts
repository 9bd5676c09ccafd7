import { LaunchReports, SearchOrder } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { readSearchOrder } from './read-search-order.ts'
import { reportLaunches } from './report-launches.ts'

/** Launches and limited items as they run; they are declared as a resource. */
export const launchRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/launches',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: { params: z.object({ store: z.string() }), response: { 200: LaunchReports } },
      },
      (request) => reportLaunches(context, storeOf(request), askerOf(request)),
    )
    app.get(
      '/v1/stores/:store/items/search-order',
      {
        // Shop fronts ask under a key of their own.
        preHandler: app.requireTradeKey,
        schema: { params: z.object({ store: z.string() }), response: { 200: SearchOrder } },
      },
      (request) => readSearchOrder(context, storeOf(request)),
    )
  }
