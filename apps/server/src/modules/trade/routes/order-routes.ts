import { StoreId, SubmitTrade, TradeAnswers, TradeId, TradeOrder, TradeStatus } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { submitTrade } from '../commands/submit-trade.ts'
import { readTradeOrder } from '../orders/read-order.ts'
import { readTradeStatus } from '../read-status.ts'

const StorePath = z.object({ store: StoreId })
const TRADE = '/v1/stores/:store/trade'

/** Commands to the order core, what became of an order, and how the core is. */
export const tradeOrderRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')

    app.post(
      `${TRADE}/commands`,
      {
        preHandler: app.requireTradeKey,
        schema: { params: StorePath, body: SubmitTrade, response: { 200: TradeAnswers } },
      },
      async (request, reply) => {
        const answers = await submitTrade(context, storeOf(request).id, request.body)
        if (answers.retryAfterMs !== undefined)
          reply.header('retry-after', String(Math.ceil(answers.retryAfterMs / 1000)))
        return answers
      },
    )

    app.get(
      `${TRADE}/orders/:order`,
      { preHandler: mayRead, schema: { params: StorePath.extend({ order: TradeId }), response: { 200: TradeOrder } } },
      (request) => readTradeOrder(context, storeOf(request).id, request.params.order),
    )

    app.get(
      `${TRADE}/figures`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: TradeStatus } } },
      (request) => readTradeStatus(context, storeOf(request).id),
    )
  }
