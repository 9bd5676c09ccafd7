import { Attribution, AttributionQuery, MarketingReturns, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { readAttribution } from './read-attribution.ts'
import { readReturns } from './read-returns.ts'

const StorePath = z.object({ store: StoreId })

/** Who led buyers to the shop, and what that cost. */
export const attributionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/review/attribution',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: { params: StorePath, querystring: AttributionQuery, response: { 200: Attribution } },
      },
      (request) => readAttribution(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      '/v1/stores/:store/review/returns',
      {
        // The ledger belongs to the plan: whoever may not see the plan may not see what was spent on it.
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: AttributionQuery, response: { 200: MarketingReturns } },
      },
      (request) => readReturns(context, storeOf(request), request.query, askerOf(request)),
    )
  }
