import { CapacityAnswer, CapacityQuery, LoadReport, LoadReports, OrderLine } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { planShopCapacity } from '../capacity/plan-shop-capacity.ts'
import { keepLoadReport, listLoadReports } from './load-reports.ts'
import type { OrderDoor } from './order-door.ts'

const StorePath = z.object({ store: z.string() })
const REPORTS = '/v1/stores/:store/load-reports'

/** Load tests, the line before orders, and the capacity that follows from them. */
export const loadRoutes =
  (context: Context, door: OrderDoor): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    // The load generator keeps its report under the key by which it ordered.
    const mayOrder = app.requireTradeKey

    app.get(
      REPORTS,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: LoadReports } } },
      (request) => listLoadReports(context, storeOf(request).id),
    )

    app.post(
      REPORTS,
      { preHandler: mayOrder, schema: { params: StorePath, body: LoadReport, response: { 200: LoadReport } } },
      (request) => keepLoadReport(context, { store: storeOf(request).id, actor: actorOf(request) }, request.body),
    )

    app.get(
      '/v1/stores/:store/order-line',
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: OrderLine } } },
      () => door.readLine(),
    )

    app.get(
      '/v1/stores/:store/capacity',
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: CapacityQuery, response: { 200: CapacityAnswer } },
      },
      (request) => planShopCapacity(context, { store: storeOf(request), asker: askerOf(request) }, request.query),
    )
  }
