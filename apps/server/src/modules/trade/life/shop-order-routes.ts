import {
  ParcelPlanAnswer,
  PaymentStarted,
  PlacedShopOrder,
  PlaceShopOrder,
  ShopOrderCommand,
  ShopOrderDetail,
  ShopOrderPage,
  ShopOrderQuery,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { planShopOrder } from '../fulfilment/plan-parcels.ts'
import { payShopOrder } from '../payments/pay-order.ts'
import { commandOrder } from './command-order.ts'
import { placeShopOrder } from './place/place-shop-order.ts'
import { listShopOrders } from './read/list-shop-orders.ts'
import { presentParcel } from './read/present-order.ts'
import { readShopOrder } from './read/read-shop-order.ts'
import { createStopwatch, serverTiming } from './stopwatch.ts'

const ORDERS = '/v1/stores/:store/orders'
const ORDER = `${ORDERS}/:order`
const StorePath = z.object({ store: z.string() })
const OrderPath = StorePath.extend({ order: z.string().max(80) })

/** Orders of the shop from the cart to after-sale. */
export const shopOrderRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('trade:write')
    // Shop fronts place and pay under a key of their own.
    const mayOrder = app.requireTradeKey
    const keyOf = (request: { params: { order: string }; storeAccess?: unknown }, store: string) => ({
      store,
      orderId: request.params.order,
    })

    app.post(
      ORDERS,
      { preHandler: mayOrder, schema: { params: StorePath, body: PlaceShopOrder, response: { 200: PlacedShopOrder } } },
      async (request, reply) => {
        const { watch, parts } = createStopwatch()
        try {
          return await placeShopOrder(context, storeOf(request), request.body, watch)
        } finally {
          reply.header('server-timing', serverTiming(parts))
        }
      },
    )

    app.get(
      ORDERS,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: ShopOrderQuery, response: { 200: ShopOrderPage } },
      },
      (request) => listShopOrders(context, storeOf(request).id, request.query),
    )

    app.get(
      ORDER,
      { preHandler: mayRead, schema: { params: OrderPath, response: { 200: ShopOrderDetail } } },
      (request) => readShopOrder(context, keyOf(request, storeOf(request).id)),
    )

    app.post(
      `${ORDER}/commands`,
      {
        preHandler: mayWrite,
        schema: { params: OrderPath, body: ShopOrderCommand, response: { 200: ShopOrderDetail } },
      },
      (request) =>
        commandOrder(context, keyOf(request, storeOf(request).id), { command: request.body, actor: actorOf(request) }),
    )

    app.post(
      `${ORDER}/pay`,
      { preHandler: mayOrder, schema: { params: OrderPath, response: { 200: PaymentStarted } } },
      (request) => payShopOrder(context, keyOf(request, storeOf(request).id)),
    )

    app.post(
      `${ORDER}/plan`,
      { preHandler: mayWrite, schema: { params: OrderPath, response: { 200: ParcelPlanAnswer } } },
      async (request) => {
        const row = await planShopOrder(context, keyOf(request, storeOf(request).id), actorOf(request))
        return { parcels: row.life.parcels.map((parcel) => presentParcel(parcel, context.clock.now())) }
      },
    )
  }
