import { FileWarningPlan, MerchantWarnings, RaiseMerchantWarning, StoreId, WriteWarningPlan } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { fileWarningPlan, raiseWarning, writeWarningPlan } from '../merchant/merchant-warning.ts'
import { readWarnings } from '../merchant/read-warnings.ts'

const StorePath = z.object({ store: StoreId })
const WarningPath = StorePath.extend({ warning: z.string().max(80) })

const WARNINGS = '/v1/stores/:store/live/merchant-warnings'

const dateOf = (instant: string | undefined) => (instant === undefined ? undefined : new Date(instant))

/** Warnings for which the merchant owes the platform a plan (P9.08). */
export const merchantRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayAct = app.requirePermission('live:act')

    app.get(
      WARNINGS,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, response: { 200: MerchantWarnings } },
      },
      (request) => readWarnings(context, storeOf(request).id),
    )

    app.post(
      WARNINGS,
      {
        preHandler: mayAct,
        schema: { params: StorePath, body: RaiseMerchantWarning, response: { 201: z.object({ id: z.string() }) } },
      },
      async (request, reply) => {
        const { raisedAt, ...warning } = request.body
        const at = dateOf(raisedAt)
        const raised = await raiseWarning(context, callerOf(request), { ...warning, ...(at && { raisedAt: at }) })
        return reply.status(201).send(raised)
      },
    )

    app.put(
      `${WARNINGS}/:warning/plan`,
      { preHandler: mayAct, schema: { params: WarningPath, body: WriteWarningPlan } },
      async (request, reply) => {
        const { warning: id } = request.params
        await writeWarningPlan(context, callerOf(request), { id, plan: request.body.plan })
        return reply.status(204).send()
      },
    )

    app.post(
      `${WARNINGS}/:warning/file`,
      { preHandler: mayAct, schema: { params: WarningPath, body: FileWarningPlan } },
      async (request, reply) => {
        const { warning: id } = request.params
        const { reference, filedAt } = request.body
        await fileWarningPlan(context, callerOf(request), { id, reference, filedAt: dateOf(filedAt) })
        return reply.status(204).send()
      },
    )
  }
