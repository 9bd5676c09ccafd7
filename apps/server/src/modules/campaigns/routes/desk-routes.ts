import { EnrolmentDesk, HoldOut, HoldOutQuery, Rectified, ReservoirView, SlotBoard } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { readHoldOut } from '../effects/read-hold-out.ts'
import { readReservoir } from '../effects/read-reservoir.ts'
import { readSlotBoard } from '../effects/read-slot-board.ts'
import { readEnrolmentDesk } from '../enrolment/read-desk.ts'
import { rectifyEnrolments } from '../enrolment/rectify-enrolments.ts'
import { CAMPAIGNS_PATH, CampaignPath } from './campaign-routes.ts'

/** Entries to events, slots, the reservoir before the burst and what the long tail added. */
export const deskRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')
    const one = `${CAMPAIGNS_PATH}/:campaign`
    const params = CampaignPath

    app.get(`${one}/enrolment`, { preHandler, schema: { params, response: { 200: EnrolmentDesk } } }, (request) =>
      readEnrolmentDesk(context, storeOf(request), request.params.campaign),
    )

    app.post(
      `${one}/enrolment/rectify`,
      { preHandler: app.requirePermission('plan:write'), schema: { params, response: { 200: Rectified } } },
      (request) => rectifyEnrolments(context, callerOf(request), storeOf(request), request.params.campaign),
    )

    app.get(`${one}/slots`, { preHandler, schema: { params, response: { 200: SlotBoard } } }, (request) =>
      readSlotBoard(context, storeOf(request), request.params.campaign),
    )

    app.get(`${one}/reservoir`, { preHandler, schema: { params, response: { 200: ReservoirView } } }, (request) =>
      readReservoir(context, storeOf(request), request.params.campaign),
    )

    app.get(
      `${one}/hold-out`,
      { preHandler, schema: { params, querystring: HoldOutQuery, response: { 200: HoldOut } } },
      (request) => readHoldOut(context, storeOf(request), { campaign: request.params.campaign, ...request.query }),
    )
  }
