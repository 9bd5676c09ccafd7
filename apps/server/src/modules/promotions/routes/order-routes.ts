import {
  MOVE_ORDER,
  PlacedOrder,
  PlaceOrder,
  PromotionOrder,
  PromotionOrderDetail,
  PromotionOrderPage,
  PromotionOrderQuery,
  PromotionReturn,
  ReleaseOrder,
  ReturnGoods,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { listOrders, readOrder } from '../orders/list-orders.ts'
import { moveOrder } from '../orders/move-order.ts'
import { placeOrder } from '../orders/place-order.ts'
import { returnAll } from '../orders/returns/return-all.ts'
import { previewReturn, returnGoods } from '../orders/returns/return-goods.ts'
import { StorePath } from './promotion-routes.ts'

const ORDERS = '/v1/stores/:store/promotion-orders'
const ORDER = `${ORDERS}/:order`
const OrderPath = StorePath.extend({ order: z.string().max(80) })

/** Orders as far as promotions go: what they hold, use, let go and give back. */
export const orderRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.post(
      ORDERS,
      { preHandler: mayWrite, schema: { params: StorePath, body: PlaceOrder, response: { 200: PlacedOrder } } },
      (request) => placeOrder(context, storeOf(request), request.body),
    )

    app.get(
      ORDERS,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: PromotionOrderQuery, response: { 200: PromotionOrderPage } },
      },
      (request) => listOrders(context, storeOf(request).id, request.query),
    )

    app.get(
      ORDER,
      { preHandler: mayRead, schema: { params: OrderPath, response: { 200: PromotionOrderDetail } } },
      (request) => readOrder(context, storeOf(request).id, request.params.order),
    )

    for (const move of MOVE_ORDER)
      app.post(
        `${ORDER}/${move}`,
        { preHandler: mayWrite, schema: { params: OrderPath, response: { 200: PromotionOrder } } },
        (request) => {
          const store = storeOf(request)
          const orderId = request.params.order
          if (move === 'return') return returnAll(context, { store, actor: actorOf(request) }, orderId)
          return moveOrder(context, { store: store.id, orderId }, move)
        },
      )

    app.post(
      `${ORDER}/release`,
      {
        preHandler: mayWrite,
        schema: { params: OrderPath, body: ReleaseOrder.nullish(), response: { 200: PromotionOrder } },
      },
      (request) => {
        const key = { store: storeOf(request).id, orderId: request.params.order }
        return moveOrder(context, key, 'release', { depositBack: request.body?.depositBack ?? false })
      },
    )

    for (const [path, answer] of [
      ['returns', returnGoods],
      ['returns/preview', previewReturn],
    ] as const)
      app.post(
        `${ORDER}/${path}`,
        {
          preHandler: mayWrite,
          schema: { params: OrderPath, body: ReturnGoods, response: { 200: PromotionReturn } },
        },
        (request) => {
          const caller = { store: storeOf(request), actor: actorOf(request) }
          return answer(context, caller, request.params.order, request.body)
        },
      )
  }
