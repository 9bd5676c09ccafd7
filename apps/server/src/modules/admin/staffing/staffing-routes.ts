import { ContentSupply, PeoplePlan, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { roleOf, storeOf } from '../../../http/caller.ts'
import { roleAllows } from '../role-permissions.ts'
import { readContentSupply } from './read-content-supply.ts'
import { readPeoplePlan } from './read-people-plan.ts'

const StorePath = z.object({ store: StoreId })

/** The people plan: headcount, skills, hours; and who makes content. */
export const staffingRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/stores/:store/people-plan',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, response: { 200: PeoplePlan } },
      },
      (request) =>
        readPeoplePlan(context, storeOf(request), { showsMoney: roleAllows(roleOf(request), 'profit:read') }),
    )

    app.get(
      '/v1/stores/:store/content-supply',
      {
        preHandler: app.requirePermission('profit:read'),
        schema: { params: StorePath, response: { 200: ContentSupply } },
      },
      (request) => readContentSupply(context, storeOf(request)),
    )
  }
