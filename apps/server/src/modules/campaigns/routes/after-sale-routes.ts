import { CampaignAfterSale, EscalateOrders } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { readAfterSale } from '../readiness/after-sale.ts'
import { escalateAsked } from '../readiness/escalate-open-orders.ts'
import { readCampaignRow } from '../records/campaign-rows.ts'
import { CAMPAIGNS_PATH, CampaignPath } from './campaign-routes.ts'

/** What a campaign leaves open: unpaid orders and refunds. */
export const afterSaleRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const path = `${CAMPAIGNS_PATH}/:campaign/after-sale`
    const schema = { params: CampaignPath, response: { 200: CampaignAfterSale } }

    app.get(path, { preHandler: app.requirePermission('plan:read'), schema }, async (request) => {
      const store = storeOf(request)
      const row = await readCampaignRow(context.records.db, { store: store.id, campaign: request.params.campaign })
      return readAfterSale(context, store, row)
    })

    app.post(
      `${path}/escalate`,
      { preHandler: app.requirePermission('plan:write'), schema: { ...schema, body: EscalateOrders } },
      async (request) => {
        const [store, { campaign }] = [storeOf(request), request.params]
        const row = await escalateAsked(context, callerOf(request), store, { campaign, input: request.body })
        return readAfterSale(context, store, row)
      },
    )
  }
