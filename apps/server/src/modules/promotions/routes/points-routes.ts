import { GrantPoints, PointsAccount, PointsLedger, PointsOfBuyer } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { grantPoints } from '../points/grant-points.ts'
import { pointsLedger, pointsOfBuyer } from '../points/read-points.ts'
import { StorePath } from './promotion-routes.ts'

const POINTS = '/v1/stores/:store/points'

/** Members' points: one buyer's account, points given by hand, and the ledger of all of them. */
export const pointsRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      `${POINTS}/of-buyer`,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, body: PointsOfBuyer, response: { 200: PointsAccount } },
      },
      (request) => pointsOfBuyer(context, storeOf(request), request.body),
    )

    app.post(
      `${POINTS}/grants`,
      {
        preHandler: app.requirePermission('members:write'),
        schema: { params: StorePath, body: GrantPoints, response: { 200: PointsAccount } },
      },
      (request) => grantPoints(context, { store: storeOf(request), actor: actorOf(request) }, request.body),
    )

    app.get(
      `${POINTS}/ledger`,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, response: { 200: PointsLedger } },
      },
      (request) => pointsLedger(context, storeOf(request)),
    )
  }
