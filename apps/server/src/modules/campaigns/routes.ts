import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'

/** What happens when in a shop's year. */
export const campaignsRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(calendarRoutes(context))
  }
