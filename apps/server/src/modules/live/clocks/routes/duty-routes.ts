import { DutyQuery, DutyView, ProposeRota, RaiseDutyPage, RotaProposal, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { proposeDuty } from '../duty/propose-duty.ts'
import { acknowledgePage, raisePage } from '../duty/raise-page.ts'
import { readDuty } from '../duty/read-duty.ts'

const StorePath = z.object({ store: StoreId })
const PagePath = StorePath.extend({ page: z.string().max(80) })

const DUTY = '/v1/stores/:store/live/duty'

/** Who is on duty, what is wrong with the rota, and pages to the people on duty (P7.09, P4.14). */
export const dutyRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayAct = app.requirePermission('live:act')

    app.get(
      DUTY,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: DutyQuery, response: { 200: DutyView } },
      },
      (request) => readDuty(context, storeOf(request), request.query),
    )

    app.post(
      `${DUTY}/proposal`,
      { preHandler: mayAct, schema: { params: StorePath, body: ProposeRota, response: { 200: RotaProposal } } },
      (request) => proposeDuty(context, callerOf(request), storeOf(request), request.body),
    )

    app.post(
      `${DUTY}/pages`,
      {
        preHandler: mayAct,
        schema: { params: StorePath, body: RaiseDutyPage, response: { 201: z.object({ id: z.string() }) } },
      },
      async (request, reply) => reply.status(201).send(await raisePage(context, callerOf(request), request.body)),
    )

    app.post(
      `${DUTY}/pages/:page/acknowledge`,
      { preHandler: mayAct, schema: { params: PagePath } },
      async (request, reply) => {
        await acknowledgePage(context, callerOf(request), request.params.page)
        return reply.status(204).send()
      },
    )
  }
