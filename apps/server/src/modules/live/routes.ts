import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { incidentRoutes } from './alerts/routes/incident-routes.ts'
import { quietRoutes } from './alerts/routes/quiet-routes.ts'
import { ruleRoutes } from './alerts/routes/rule-routes.ts'
import { boardRoutes } from './board/board-routes.ts'
import { channelRoutes } from './channels/channel-routes.ts'
import { clockRoutes } from './clocks/routes/clock-routes.ts'
import { dutyRoutes } from './clocks/routes/duty-routes.ts'
import { merchantRoutes } from './clocks/routes/merchant-routes.ts'
import { loadRoutes } from './desk/load-routes.ts'

/** What happens now: deadlines, people on duty, alerts, the wall. */
export const liveRoutes =
  (context: Context): FastifyPluginAsync =>
  async (app) => {
    await app.register(boardRoutes(context))
    await app.register(clockRoutes(context))
    await app.register(dutyRoutes(context))
    await app.register(merchantRoutes(context))
    await app.register(loadRoutes(context))
    await app.register(ruleRoutes(context))
    await app.register(incidentRoutes(context))
    await app.register(quietRoutes(context))
    await app.register(channelRoutes(context))
  }
