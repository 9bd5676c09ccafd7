import {
  CacAnswer,
  CampaignResources,
  ChannelsQuery,
  ChannelVerdicts,
  CheckCac,
  PacingQuery,
  PacingView,
  RunScenario,
  ScenarioAnswer,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { answerScenario } from '../questions/answer-scenario.ts'
import { channelVerdicts } from '../questions/channel-verdicts.ts'
import { checkCac } from '../questions/check-cac.ts'
import { pacingView } from '../questions/pacing-view.ts'
import { campaignResources } from '../resources/campaign-resources.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

/** Questions to a budget: pacing, channels to keep or cut, what if, cost of a new buyer, resources of each campaign. */
export const questionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')

    app.get(
      `${BUDGET_PATH}/pacing`,
      { preHandler, schema: { params: PlanPath, querystring: PacingQuery, response: { 200: PacingView } } },
      (request) => pacingView(context, budgetCaller(request), request.query),
    )

    app.get(
      `${BUDGET_PATH}/channels`,
      { preHandler, schema: { params: PlanPath, querystring: ChannelsQuery, response: { 200: ChannelVerdicts } } },
      (request) => channelVerdicts(context, budgetCaller(request), request.query),
    )

    app.post(
      `${BUDGET_PATH}/scenario`,
      { preHandler, schema: { params: PlanPath, body: RunScenario, response: { 200: ScenarioAnswer } } },
      (request) => answerScenario(context, budgetCaller(request), request.body),
    )

    app.post(
      `${BUDGET_PATH}/cac`,
      { preHandler, schema: { params: PlanPath, body: CheckCac, response: { 200: CacAnswer } } },
      (request) => checkCac(context, budgetCaller(request), request.body),
    )

    app.get(
      `${BUDGET_PATH}/resources`,
      { preHandler, schema: { params: PlanPath, response: { 200: z.array(CampaignResources) } } },
      (request) => campaignResources(context, budgetCaller(request)),
    )
  }
