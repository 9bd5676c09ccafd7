import { RankFollowUp, RankLevers, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { askerOf } from '../asker-of.ts'
import { readLevers } from './read-levers.ts'
import { readRanks } from './read-ranks.ts'

const StorePath = z.object({ store: StoreId })

/** Ranks by keyword and category against their goals, and what lifts them by the law. */
export const rankRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')

    app.get(
      '/v1/stores/:store/ranks',
      { preHandler, schema: { params: StorePath, response: { 200: RankFollowUp } } },
      (request) => readRanks(context, storeOf(request)),
    )

    app.get(
      '/v1/stores/:store/ranks/:id/levers',
      {
        preHandler,
        schema: { params: StorePath.extend({ id: z.string().max(64) }), response: { 200: RankLevers } },
      },
      (request) => readLevers(context, storeOf(request), { id: request.params.id, asker: askerOf(request) }),
    )
  }
