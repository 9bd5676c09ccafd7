import {
  OrderReceived,
  PromotionSettlement,
  RebateCardQuery,
  RebateCards,
  ReceiveOrder,
  SettlementQuery,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { listCards } from '../cards/list-cards.ts'
import { receiveOrder } from '../cards/receive-order.ts'
import { settleBearers } from '../settlement/settle-bearers.ts'
import { StorePath } from './promotion-routes.ts'

const OrderPath = StorePath.extend({ order: z.string().max(80) })

/** What is owed on account of paid orders: rebate cards to buyers, discounts by those who bear them. */
export const cardRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/promotion-cards',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: RebateCardQuery, response: { 200: RebateCards } },
      },
      (request) => listCards(context, storeOf(request), request.query),
    )

    app.get(
      '/v1/stores/:store/promotion-settlement',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: SettlementQuery, response: { 200: PromotionSettlement } },
      },
      (request) => settleBearers(context, storeOf(request), request.query),
    )

    app.post(
      '/v1/stores/:store/promotion-orders/:order/receive',
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: OrderPath, body: ReceiveOrder.nullish(), response: { 200: OrderReceived } },
      },
      (request) =>
        receiveOrder(context, storeOf(request), { orderId: request.params.order, input: request.body ?? {} }),
    )
  }
