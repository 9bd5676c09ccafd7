import {
  CampaignDetail,
  CampaignMoved,
  CampaignQuery,
  CampaignSummary,
  CampaignTemplateInfo,
  ChangeCampaign,
  CreateCampaign,
  MoveCampaign,
  SignCampaign,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { createCampaign } from '../records/create-campaign.ts'
import { campaignTemplates } from '../records/list-templates.ts'
import { moveTo } from '../records/move-campaign.ts'
import { listCampaigns, readCampaign } from '../records/present-campaign.ts'
import { requireTeam } from '../records/require-team.ts'
import { signCampaign } from '../records/sign-campaign.ts'
import { changeCampaign, removeCampaign } from '../records/write-campaign.ts'

export const StorePath = z.object({ store: StoreId })
export const CAMPAIGNS_PATH = '/v1/stores/:store/campaigns'
export const CampaignPath = StorePath.extend({ campaign: z.string().max(80) })

/** Campaigns of a shop: written, approved, taken through their phases, signed. */
export const campaignRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${CAMPAIGNS_PATH}/:campaign`
    const params = CampaignPath

    app.get(
      '/v1/campaign-templates',
      { preHandler: app.requireSignIn, schema: { response: { 200: z.array(CampaignTemplateInfo) } } },
      () => campaignTemplates(),
    )

    app.get(
      CAMPAIGNS_PATH,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: CampaignQuery, response: { 200: z.array(CampaignSummary) } },
      },
      (request) => listCampaigns(context, storeOf(request), request.query),
    )

    app.post(
      CAMPAIGNS_PATH,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreateCampaign, response: { 201: CampaignDetail } } },
      async (request, reply) => {
        const store = storeOf(request)
        const id = await createCampaign(context, callerOf(request), store, request.body)
        return reply.status(201).send(await readCampaign(context, store, id))
      },
    )

    app.get(one, { preHandler: mayRead, schema: { params, response: { 200: CampaignDetail } } }, (request) =>
      readCampaign(context, storeOf(request), request.params.campaign),
    )

    app.put(
      one,
      { preHandler: mayWrite, schema: { params, body: ChangeCampaign, response: { 200: CampaignDetail } } },
      async (request) => {
        await changeCampaign(context, callerOf(request), request.params.campaign, request.body)
        return readCampaign(context, storeOf(request), request.params.campaign)
      },
    )

    app.delete(one, { preHandler: mayWrite, schema: { params } }, async (request, reply) => {
      await removeCampaign(context, callerOf(request), request.params.campaign)
      return reply.status(204).send()
    })

    app.post(
      `${one}/move`,
      {
        preHandler: mayWrite,
        schema: { params, body: MoveCampaign, response: { 200: CampaignMoved, 202: CampaignMoved } },
      },
      async (request, reply) => {
        const [store, { campaign }] = [storeOf(request), request.params]
        const moved = await moveTo(context, callerOf(request), store, { campaign, input: request.body })
        const answer = { ...moved, campaign: await readCampaign(context, store, campaign) }
        return reply.status(moved.performed ? 200 : 202).send(answer)
      },
    )

    app.post(
      `${one}/sign`,
      { preHandler: mayRead, schema: { params, body: SignCampaign, response: { 200: CampaignDetail } } },
      async (request) => {
        const [store, caller, { campaign }] = [storeOf(request), callerOf(request), request.params]
        requireTeam(caller.role, request.body.team)
        await signCampaign(context, caller, store, { campaign, input: request.body })
        return readCampaign(context, store, campaign)
      },
    )
  }
