import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { cardRoutes } from './routes/card-routes.ts'
import { couponRoutes } from './routes/coupon-routes.ts'
import { gameRoutes } from './routes/game-routes.ts'
import { orderRoutes } from './routes/order-routes.ts'
import { pointsRoutes } from './routes/points-routes.ts'
import { priceProposalRoutes } from './routes/price-proposal-routes.ts'
import { priceRoutes } from './routes/price-routes.ts'
import { programmeMoneyRoutes } from './routes/programme-money-routes.ts'
import { programmeRoutes } from './routes/programme-routes.ts'
import { promotionRoutes } from './routes/promotion-routes.ts'
import { questionRoutes } from './routes/question-routes.ts'

/** Promotions: rules and prices, coupons and points, orders that use them, games, programmes. */
export const promotionsRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(promotionRoutes(context))
    await app.register(priceRoutes(context))
    await app.register(questionRoutes(context))
    await app.register(couponRoutes(context))
    await app.register(orderRoutes(context))
    await app.register(cardRoutes(context))
    await app.register(pointsRoutes(context))
    await app.register(priceProposalRoutes(context))
    await app.register(gameRoutes(context))
    await app.register(programmeRoutes(context))
    await app.register(programmeMoneyRoutes(context))
  }
