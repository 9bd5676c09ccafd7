import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { itemRoutes } from './routes/item-routes.ts'
import { tradeOrderRoutes } from './routes/order-routes.ts'

/** Trade: who gets the last unit, and what becomes of an order. */
export const tradeRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(itemRoutes(context))
    await app.register(tradeOrderRoutes(context))
  }
