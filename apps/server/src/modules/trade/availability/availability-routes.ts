import { Availability, SetServiceLevel, SiteMove } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { moveSite } from './move-site.ts'
import { type Desks, readAvailability } from './read-availability.ts'
import { setServiceLevel } from './set-service-level.ts'

const StorePath = z.object({ store: z.string() })
const STORE = '/v1/stores/:store'

/** What is left out under load, which site decides, and what stands before orders. */
export const availabilityRoutes =
  (context: Context, desks: Desks): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const maySteer = app.requirePermission('trade:write')

    app.get(
      `${STORE}/availability`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: Availability } } },
      (request) => readAvailability(context, storeOf(request).id, desks),
    )

    app.put(
      `${STORE}/service-level`,
      { preHandler: maySteer, schema: { params: StorePath, body: SetServiceLevel, response: { 200: Availability } } },
      async (request) => {
        const { id: store } = storeOf(request)
        await setServiceLevel(context, { store, actor: actorOf(request) }, request.body)
        await desks.desk.readSet()
        return readAvailability(context, store, desks)
      },
    )

    app.post(
      `${STORE}/site-moves`,
      { preHandler: maySteer, schema: { params: StorePath, body: SiteMove, response: { 200: Availability } } },
      async (request) => {
        const { id: store } = storeOf(request)
        await moveSite(context, { store, actor: actorOf(request) }, request.body)
        return readAvailability(context, store, desks)
      },
    )
  }
