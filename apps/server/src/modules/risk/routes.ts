import {
  ActivatedRisk,
  ActivateRisk,
  AnswerCheck,
  CheckAnswer,
  LabelledRisk,
  LabelRiskOrders,
  PreviewRisk,
  PutRiskScorecard,
  RiskOrder,
  RiskOrderQuery,
  RiskPreview,
  RiskStanding,
  StoreId,
  TrainRiskScorecard,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { actorOf, storeOf } from '../../http/caller.ts'
import { callerOf } from '../admin/routes/resource-routes.ts'
import { answerCheck } from './checks/answer-check.ts'
import { labelOrders } from './orders/label-orders.ts'
import { listRiskOrders } from './orders/list-risk-orders.ts'
import { previewVersion } from './scorecards/preview-version.ts'
import { putInForce } from './scorecards/put-in-force.ts'
import { readStanding } from './scorecards/read-standing.ts'
import { trainVersion } from './scorecards/train-version.ts'
import { writeVersion } from './scorecards/write-version.ts'

const STORE = '/v1/stores/:store'
const StorePath = z.object({ store: StoreId })
const OrderPath = StorePath.extend({ order: z.string().max(80) })

/** Who is trusted with an order, and what a doubtful buyer has to prove (P13.01). */
export const riskRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const mayLabel = app.requirePermission('trade:write')
    const risk = `${STORE}/risk`
    const card = `${risk}/scorecard`
    const standing = { 200: RiskStanding }

    app.get(card, { preHandler: mayRead, schema: { params: StorePath, response: standing } }, (request) =>
      readStanding(context, storeOf(request).id),
    )
    app.post(
      `${card}/train`,
      { preHandler: mayWrite, schema: { params: StorePath, body: TrainRiskScorecard, response: standing } },
      async (request) => {
        await trainVersion(context, callerOf(request), request.body)
        return readStanding(context, storeOf(request).id)
      },
    )
    app.put(
      card,
      { preHandler: mayWrite, schema: { params: StorePath, body: PutRiskScorecard, response: standing } },
      async (request) => {
        await writeVersion(context, callerOf(request), request.body)
        return readStanding(context, storeOf(request).id)
      },
    )
    app.get(
      `${card}/preview`,
      { preHandler: mayRead, schema: { params: StorePath, querystring: PreviewRisk, response: { 200: RiskPreview } } },
      (request) => previewVersion(context, storeOf(request).id, request.query),
    )
    app.post(
      `${card}/activate`,
      { preHandler: mayWrite, schema: { params: StorePath, body: ActivateRisk, response: { 200: ActivatedRisk } } },
      (request) => putInForce(context, callerOf(request), request.body),
    )
    app.get(
      `${risk}/orders`,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: RiskOrderQuery, response: { 200: z.array(RiskOrder) } },
      },
      (request) => listRiskOrders(context, storeOf(request).id, request.query),
    )
    app.post(
      `${risk}/labels`,
      { preHandler: mayLabel, schema: { params: StorePath, body: LabelRiskOrders, response: { 200: LabelledRisk } } },
      (request) => labelOrders(context, callerOf(request), request.body),
    )
    app.post(
      `${STORE}/orders/:order/check`,
      {
        // Shop fronts hand the buyer's answer on under their own key.
        preHandler: app.requireTradeKey,
        schema: { params: OrderPath, body: AnswerCheck, response: { 200: CheckAnswer } },
      },
      (request) =>
        answerCheck(
          context,
          { store: storeOf(request).id, orderId: request.params.order },
          request.body.code,
          actorOf(request),
        ),
    )
  }
