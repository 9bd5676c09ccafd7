import type { FastifyPluginAsync } from 'fastify'
import type { Context } from '../../context.ts'
import { connectorRoutes } from './connectors/connector-routes.ts'
import type { Identity } from './identity/identity.ts'
import { partnerRoutes } from './partners/partner-routes.ts'
import { approvalRoutes } from './routes/approval-routes.ts'
import { auditRoutes } from './routes/audit-routes.ts'
import { eventKeyRoutes } from './routes/event-key-routes.ts'
import { memberRoutes } from './routes/member-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { resourceFileRoutes } from './routes/resource-file-routes.ts'
import { resourceRoutes } from './routes/resource-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { setupRoutes } from './routes/setup-routes.ts'
import { storeRoutes } from './routes/store-routes.ts'
import { userRoutes } from './routes/user-routes.ts'
import type { SetupProgressBoard } from './setup-progress.ts'
import { staffingRoutes } from './staffing/staffing-routes.ts'

export type AdminServices = { identity: Identity; setupProgress: SetupProgressBoard }

/** Sign-in, people, shops, event keys, the audit trail and every declared resource. */
export const adminRoutes =
  (context: Context, services: AdminServices): FastifyPluginAsync =>
  async (app) => {
    await app.register(setupRoutes(context, services))
    await app.register(sessionRoutes(context, services.identity))
    await app.register(storeRoutes(context))
    await app.register(userRoutes(context, services.identity))
    await app.register(memberRoutes(context, services.identity))
    await app.register(eventKeyRoutes(context))
    await app.register(connectorRoutes(context))
    await app.register(approvalRoutes(context))
    await app.register(peopleRoutes(context))
    await app.register(auditRoutes(context))
    await app.register(resourceRoutes(context))
    await app.register(resourceFileRoutes(context))
    await app.register(partnerRoutes(context))
    await app.register(staffingRoutes(context))
  }
