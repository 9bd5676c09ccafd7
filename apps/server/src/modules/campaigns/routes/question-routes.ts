import { CampaignConflicts, CampaignWork } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { readCampaignConflicts } from '../conflicts/read-campaign-conflicts.ts'
import { readWork } from '../records/read-work.ts'
import { CAMPAIGNS_PATH, CampaignPath } from './campaign-routes.ts'

/** Questions about a campaign: its work on the calendar, what it is in the way of, how new it is. */
export const questionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')
    const one = `${CAMPAIGNS_PATH}/:campaign`
    const params = CampaignPath

    app.get(`${one}/work`, { preHandler, schema: { params, response: { 200: CampaignWork } } }, (request) =>
      readWork(context, storeOf(request), request.params.campaign),
    )

    app.get(`${one}/conflicts`, { preHandler, schema: { params, response: { 200: CampaignConflicts } } }, (request) =>
      readCampaignConflicts(context, storeOf(request), request.params.campaign),
    )
  }
