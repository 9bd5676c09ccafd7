import { MOVE_ORDER, PlacedOrder, PlaceOrder, PromotionOrder } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { moveOrder } from '../orders/move-order.ts'
import { placeOrder } from '../orders/place-order.ts'
import { StorePath } from './promotion-routes.ts'

const ORDERS = '/v1/stores/:store/promotion-orders'
const OrderPath = StorePath.extend({ order: z.string().max(80) })

/** Orders as far as promotions go: what they hold, use, let go and give back. */
export const orderRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayWrite = app.requirePermission('plan:write')

    app.post(
      ORDERS,
      { preHandler: mayWrite, schema: { params: StorePath, body: PlaceOrder, response: { 200: PlacedOrder } } },
      (request) => placeOrder(context, storeOf(request), request.body),
    )

    for (const move of MOVE_ORDER)
      app.post(
        `${ORDERS}/:order/${move}`,
        { preHandler: mayWrite, schema: { params: OrderPath, response: { 200: PromotionOrder } } },
        (request) => moveOrder(context, storeOf(request).id, request.params.order, move),
      )
  }
