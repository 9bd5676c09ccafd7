import { randomUUID } from 'node:crypto'
import {
  Lever,
  LeverType,
  PlaybookEvent,
  PlaybookPause,
  PlaybookRunInfo,
  PutLever,
  RunQuery,
  RunReason,
  SetPause,
  StartRun,
  StoreId,
  TakenEvent,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { listLevers, putLever } from '../records/levers.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { readPause, setPause } from '../records/pause.ts'
import { agreeToRun, refuseRun } from '../runs/answer-run.ts'
import { listRuns, readRun } from '../runs/list-runs.ts'
import { startRun } from '../runs/start-run.ts'
import { tellRuns } from '../runs/tell-run.ts'
import { undoRun } from '../runs/undo-run.ts'
import { reportTrouble } from '../triggers/report-trouble.ts'
import { takeEvent } from '../triggers/take-event.ts'

const STORE = '/v1/stores/:store'
const StorePath = z.object({ store: StoreId })
const PlaybookPath = StorePath.extend({ playbook: z.string().max(60) })
const RunPath = StorePath.extend({ run: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })
const LeverPath = StorePath.extend({ type: LeverType, id: z.string().trim().min(1).max(80) })

/** Runs of playbooks: start, answer, undo, what set them off; what they steer, and the switch that stops them all. */
export const runRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayAct = app.requirePermission('live:act')
    const mayWrite = app.requirePermission('plan:write')
    const runs = `${STORE}/playbook-runs`
    const one = `${runs}/:run`
    const answers = { response: { 200: PlaybookRunInfo } }

    app.get(
      runs,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: RunQuery, response: { 200: z.array(PlaybookRunInfo) } },
      },
      (request) => listRuns(context, storeOf(request).id, request.query),
    )

    app.post(
      `${STORE}/playbooks/:playbook/runs`,
      {
        preHandler: mayAct,
        schema: { params: PlaybookPath, body: StartRun, response: { 201: PlaybookRunInfo } },
      },
      async (request, reply) => {
        const store = storeOf(request)
        const row = await findPlaybook(context, store.id, request.params.playbook)
        const cause = { key: `person/${randomUUID()}`, tags: request.body.tags, value: null }
        const { run, trouble } = await startRun(context, store, row.id, cause)
        await reportTrouble(context, store, row, trouble)
        await tellRuns(context, store)
        return reply.status(201).send(await readRun(context, store.id, run ?? 0))
      },
    )

    app.post(`${one}/agree`, { preHandler: mayAct, schema: { params: RunPath, ...answers } }, async (request) => {
      await agreeToRun(context, callerOf(request), request.params.run)
      await tellRuns(context, storeOf(request))
      return readRun(context, storeOf(request).id, request.params.run)
    })

    app.post(
      `${one}/refuse`,
      { preHandler: mayAct, schema: { params: RunPath, body: RunReason, ...answers } },
      async (request) => {
        await refuseRun(context, callerOf(request), request.params.run, request.body.reason)
        return readRun(context, storeOf(request).id, request.params.run)
      },
    )

    app.post(
      `${one}/undo`,
      { preHandler: mayAct, schema: { params: RunPath, body: RunReason, ...answers } },
      async (request) => {
        await undoRun(context, callerOf(request), request.params.run, request.body.reason)
        await tellRuns(context, storeOf(request))
        return readRun(context, storeOf(request).id, request.params.run)
      },
    )

    app.post(
      `${STORE}/playbook-events`,
      { preHandler: mayAct, schema: { params: StorePath, body: PlaybookEvent, response: { 200: TakenEvent } } },
      (request) => takeEvent(context, storeOf(request), request.body),
    )

    const pause = `${STORE}/playbook-pause`
    app.get(
      pause,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: PlaybookPause } } },
      (request) => readPause(context, storeOf(request).id),
    )
    app.put(
      pause,
      { preHandler: mayAct, schema: { params: StorePath, body: SetPause, response: { 200: PlaybookPause } } },
      async (request) => {
        await setPause(context, callerOf(request), request.body)
        return readPause(context, storeOf(request).id)
      },
    )

    app.get(
      `${STORE}/levers`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(Lever) } } },
      (request) => listLevers(context, storeOf(request).id),
    )
    app.put(
      `${STORE}/levers/:type/:id`,
      { preHandler: mayWrite, schema: { params: LeverPath, body: PutLever, response: { 200: Lever } } },
      (request) => putLever(context, callerOf(request), request.params, request.body),
    )
  }
