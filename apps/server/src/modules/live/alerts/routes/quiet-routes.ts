import { CreateQuietTime, CreateSilence, QuietTimeInfo, SilenceInfo } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { createQuietTime, listQuietTimes, removeQuietTime } from '../quiet/quiet-times.ts'
import { createSilence, listSilences, removeSilence } from '../quiet/silences.ts'
import { NumberPath, STORE, StorePath } from './paths.ts'

const QUIET = `${STORE}/alert-quiet-times`
const SILENCES = `${STORE}/alert-silences`

/** When messages wait: every week, or for a while. */
export const quietRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const mayAct = app.requirePermission('live:act')

    app.get(
      QUIET,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(QuietTimeInfo) } } },
      (request) => listQuietTimes(context, storeOf(request).id),
    )
    app.post(
      QUIET,
      {
        preHandler: mayWrite,
        schema: { params: StorePath, body: CreateQuietTime, response: { 201: z.array(QuietTimeInfo) } },
      },
      async (request, reply) => {
        await createQuietTime(context, callerOf(request), request.body)
        return reply.status(201).send(await listQuietTimes(context, storeOf(request).id))
      },
    )
    app.delete(`${QUIET}/:id`, { preHandler: mayWrite, schema: { params: NumberPath } }, async (request, reply) => {
      await removeQuietTime(context, callerOf(request), request.params.id)
      return reply.status(204).send()
    })

    app.get(
      SILENCES,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(SilenceInfo) } } },
      (request) => listSilences(context, storeOf(request).id),
    )
    app.post(
      SILENCES,
      {
        preHandler: mayAct,
        schema: { params: StorePath, body: CreateSilence, response: { 201: z.array(SilenceInfo) } },
      },
      async (request, reply) => {
        await createSilence(context, callerOf(request), request.body)
        return reply.status(201).send(await listSilences(context, storeOf(request).id))
      },
    )
    app.delete(`${SILENCES}/:id`, { preHandler: mayAct, schema: { params: NumberPath } }, async (request, reply) => {
      await removeSilence(context, callerOf(request), request.params.id)
      return reply.status(204).send()
    })
  }
