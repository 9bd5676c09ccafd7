import { fileURLToPath } from 'node:url'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Context } from './context.ts'
import { addAccess } from './http/access.ts'
import { answerErrors } from './http/error-handler.ts'
import './http/fastify-types.ts'
import { refuseUnstorableText } from './http/clean-text.ts'
import { addHealthRoutes } from './http/health-routes.ts'
import { limitClosing } from './http/limit-closing.ts'
import { addLoadMeter } from './http/load-meter.ts'
import { addOpenApi } from './http/open-api.ts'
import { createHostCheck } from './http/own-host.ts'
import { recogniseCaller } from './http/recognise-caller.ts'
import { refuseCrossOrigin } from './http/same-origin.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { addStaticWeb } from './http/static-web.ts'
import { addTechnicalMetrics } from './http/technical-metrics.ts'
import { type Identity, openIdentity } from './modules/admin/identity/identity.ts'
import { adminRoutes } from './modules/admin/routes.ts'
import { createSetupProgress, type SetupProgressBoard } from './modules/admin/setup-progress.ts'
import { budgetRoutes } from './modules/budget/routes.ts'
import { campaignsRoutes } from './modules/campaigns/routes.ts'
import { dataRoutes } from './modules/data/routes.ts'
import { drillsRoutes } from './modules/drills/routes.ts'
import { goalsRoutes } from './modules/goals/routes.ts'
import { insightRoutes } from './modules/insight/routes.ts'
import { liveRoutes } from './modules/live/routes.ts'
import { PROMOTION_COUNTERS } from './modules/promotions/counters.ts'
import { promotionsRoutes } from './modules/promotions/routes.ts'
import { reviewRoutes } from './modules/review/routes.ts'
import { accountRoutes } from './modules/risk/account-routes.ts'
import { riskRoutes } from './modules/risk/routes.ts'
import { availabilityRoutes } from './modules/trade/availability/availability-routes.ts'
import { leaveFullSite } from './modules/trade/availability/leave-site.ts'
import type { ProtectionPolicy } from './modules/trade/availability/protection-policy.ts'
import { checkoutRoutes } from './modules/trade/checkout/checkout-routes.ts'
import { addServiceDesk } from './modules/trade/degrade/add-service-desk.ts'
import { launchRoutes } from './modules/trade/launches/launch-routes.ts'
import { shopOrderRoutes } from './modules/trade/life/shop-order-routes.ts'
import { loadRoutes } from './modules/trade/load/load-routes.ts'
import { addOrderDoor } from './modules/trade/load/order-door.ts'
import { paymentRoutes } from './modules/trade/payments/payment-routes.ts'
import { reminderRoutes } from './modules/trade/reminders/reminder-routes.ts'
import { tradeRoutes } from './modules/trade/routes.ts'
import { trafficRoutes } from './modules/traffic/routes.ts'
import { speedRoutes } from './modules/traffic/speed/speed-routes.ts'

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** JSON bodies; uploads and event batches set their own limits. */
const BODY_BYTES = 2 * 1024 * 1024

export type AppOptions = {
  /** The built web app; default `apps/web/dist`. */
  webRoot?: string
  /** Who people are; default: the sessions of the installation. */
  identity?: Identity
  /** Where the making of the demo shop reports to. */
  setupProgress?: SetupProgressBoard
  /** Other bounds of what stands before orders than the product ships. */
  protection?: ProtectionPolicy
}

/**
 * The whole HTTP application over an open context; the caller listens and closes. Closing it does not close the context.
 * Errors: rejects (on `ready`) when a route declares no access.
 * @example const app = buildApp(context); await app.inject('/healthz')
 */
export function buildApp(context: Context, options: AppOptions = {}): FastifyInstance {
  const { settings } = context
  const log: FastifyBaseLogger = context.log
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    bodyLimit: BODY_BYTES,
    trustProxy: settings.publicUrl ? 'loopback' : false,
    // A HEAD twin of each GET route would need an access check of its own.
    exposeHeadRoutes: false,
    // The line per request would repeat addresses with shop ids and search words; `/metrics` counts requests instead.
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })
  const { identity = openIdentity(context) } = options
  answerErrors(app)
  limitClosing(app)
  addSecurityHeaders(app, settings)
  app.register(rateLimit, { global: false })
  addOpenApi(app)
  addAccess(app, context)
  const checkHost = createHostCheck(settings)
  const { protection = {} } = options
  const service = addServiceDesk(app, context, protection.service)
  const door = addOrderDoor(app, context, { ...service, ...protection })
  leaveFullSite(app, context, { ...service, ...door }, protection.leaving)
  app.addHook('onRequest', async (request, reply) => {
    checkHost(request)
    refuseCrossOrigin(request)
    // Files of the web app are everybody's; looking up the session for each would only cost time.
    if (!request.url.startsWith('/v1/')) return
    request.caller = await recogniseCaller({ context, identity }, request, reply)
  })
  refuseUnstorableText(app)
  addTechnicalMetrics(app, PROMOTION_COUNTERS)
  addLoadMeter(app)
  app.decorate('mayRunJob', service.desk.mayRun)
  addHealthRoutes(app, context)
  addStaticWeb(app, options.webRoot ?? WEB_ROOT)
  app.register(adminRoutes(context, { identity, setupProgress: options.setupProgress ?? createSetupProgress() }))
  app.register(dataRoutes(context))
  app.register(trafficRoutes(context))
  app.register(speedRoutes(context))
  app.register(insightRoutes(context))
  app.register(goalsRoutes(context))
  app.register(budgetRoutes(context))
  app.register(campaignsRoutes(context))
  app.register(promotionsRoutes(context))
  app.register(shopOrderRoutes(context))
  app.register(paymentRoutes(context))
  app.register(riskRoutes(context))
  app.register(accountRoutes(context))
  app.register(reminderRoutes(context))
  app.register(checkoutRoutes(context))
  app.register(launchRoutes(context))
  app.register(loadRoutes(context, door))
  app.register(availabilityRoutes(context, { ...service, ...door }))
  app.register(tradeRoutes(context))
  app.register(liveRoutes(context))
  app.register(drillsRoutes(context))
  app.register(reviewRoutes(context))
  return app
}
