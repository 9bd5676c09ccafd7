import { PageSpeedReport, ReportDays } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { reportSpeed } from './report-speed.ts'

/** How fast pages are against their budgets; the budgets are a resource. */
export const speedRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/page-speed',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: {
          params: z.object({ store: z.string() }),
          querystring: ReportDays,
          response: { 200: PageSpeedReport },
        },
      },
      (request) => reportSpeed(context, storeOf(request), request.query),
    )
  }
