import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { afterSaleRoutes } from './routes/after-sale-routes.ts'
import { campaignRoutes } from './routes/campaign-routes.ts'
import { deskRoutes } from './routes/desk-routes.ts'
import { entryRoutes } from './routes/entry-routes.ts'
import { initiativeRoutes } from './routes/initiative-routes.ts'
import { questionRoutes } from './routes/question-routes.ts'

/** What happens when in a shop's year, and its campaigns from the idea to the review. */
export const campaignsRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(calendarRoutes(context))
    await app.register(campaignRoutes(context))
    await app.register(entryRoutes(context))
    await app.register(afterSaleRoutes(context))
    await app.register(questionRoutes(context))
    await app.register(deskRoutes(context))
    await app.register(initiativeRoutes(context))
  }
