import {
  AlertInbox,
  AssignIncident,
  CloseIncident,
  CommentOnIncident,
  IncidentDetail,
  IncidentEvidence,
  IncidentInfo,
  IncidentQuery,
  ReadInbox,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { askerOf } from '../../../insight/asker-of.ts'
import { acknowledge, assign, comment, resolve, writeResult } from '../incidents/act-on-incident.ts'
import { listIncidents, readIncident } from '../incidents/list-incidents.ts'
import { readEvidence } from '../incidents/read-evidence.ts'
import { markRead, readInbox } from '../notices/inbox.ts'
import { NumberPath, STORE, StorePath } from './paths.ts'

const INCIDENTS = `${STORE}/alerts/incidents`

/** Incidents: seen, taken on, given to somebody, talked about, closed with a result. */
export const incidentRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayAct = app.requirePermission('live:act')
    const one = `${INCIDENTS}/:id`
    const params = NumberPath
    const response = { 200: IncidentDetail }
    const answer = (request: FastifyRequest<{ Params: z.output<typeof NumberPath> }>): Promise<IncidentDetail> =>
      readIncident(context, { store: storeOf(request).id, incident: request.params.id })

    app.get(
      INCIDENTS,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: IncidentQuery, response: { 200: z.array(IncidentInfo) } },
      },
      (request) => listIncidents(context, storeOf(request).id, request.query),
    )

    app.get(one, { preHandler: mayRead, schema: { params, response } }, (request) =>
      readIncident(context, { store: storeOf(request).id, incident: request.params.id }),
    )

    app.get(
      `${one}/evidence`,
      { preHandler: mayRead, schema: { params, response: { 200: IncidentEvidence } } },
      (request) => readEvidence(context, storeOf(request), request.params.id, askerOf(request)),
    )

    app.post(`${one}/acknowledge`, { preHandler: mayAct, schema: { params, response } }, async (request) => {
      await acknowledge(context, callerOf(request), request.params.id)
      return answer(request)
    })

    app.post(
      `${one}/assign`,
      { preHandler: mayAct, schema: { params, body: AssignIncident, response } },
      async (request) => {
        await assign(context, callerOf(request), request.params.id, request.body.userId)
        return answer(request)
      },
    )

    app.post(
      `${one}/comments`,
      { preHandler: mayAct, schema: { params, body: CommentOnIncident, response } },
      async (request) => {
        await comment(context, callerOf(request), request.params.id, request.body.text)
        return answer(request)
      },
    )

    app.post(
      `${one}/resolve`,
      { preHandler: mayAct, schema: { params, body: CloseIncident, response } },
      async (request) => {
        await resolve(context, callerOf(request), request.params.id, request.body.result)
        return answer(request)
      },
    )

    app.post(
      `${one}/result`,
      { preHandler: mayAct, schema: { params, body: CloseIncident, response } },
      async (request) => {
        await writeResult(context, callerOf(request), request.params.id, request.body.result)
        return answer(request)
      },
    )

    app.get(
      `${STORE}/alerts/inbox`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: AlertInbox } } },
      (request) => readInbox(context, callerOf(request)),
    )

    app.put(
      `${STORE}/alerts/inbox/read`,
      { preHandler: mayRead, schema: { params: StorePath, body: ReadInbox, response: { 200: AlertInbox } } },
      async (request) => {
        await markRead(context, callerOf(request), request.body.upTo)
        return readInbox(context, callerOf(request))
      },
    )
  }
