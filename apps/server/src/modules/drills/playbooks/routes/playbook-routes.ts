import {
  AddedPlaybooks,
  AddPlaybooks,
  AskBackTest,
  BackTestReport,
  ChangePlaybook,
  CreatePlaybook,
  PlaybookActionType,
  PlaybookInfo,
  PlaybookLibrary,
  RunPreview,
  StartRun,
  StoreId,
} from '@zhanggui/contract'
import { ACTION_TYPES } from '@zhanggui/playbooks'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { listPlaybooks, readLibrary, readPlaybook } from '../records/list-playbooks.ts'
import { addShipped, changePlaybook, createPlaybook, removePlaybook } from '../records/write-playbook.ts'
import { backTestPlaybook } from '../runs/back-test-playbook.ts'
import { previewRun } from '../runs/preview-run.ts'

const STORE = '/v1/stores/:store'
const StorePath = z.object({ store: StoreId })
const PlaybookPath = StorePath.extend({ playbook: z.string().max(60) })

const ACTIONS = z.array(PlaybookActionType).parse(ACTION_TYPES)

/** Playbooks: what is shipped, what the shop has, what one would do now or would have done. */
export const playbookRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const all = `${STORE}/playbooks`
    const one = `${all}/:playbook`
    const params = PlaybookPath

    app.get(
      `${STORE}/playbook-actions`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(PlaybookActionType) } } },
      () => ACTIONS,
    )

    app.get(
      `${STORE}/playbook-library`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: PlaybookLibrary } } },
      (request) => readLibrary(context, storeOf(request).id),
    )

    app.post(
      `${STORE}/playbook-library`,
      { preHandler: mayWrite, schema: { params: StorePath, body: AddPlaybooks, response: { 200: AddedPlaybooks } } },
      async (request) => ({ added: await addShipped(context, callerOf(request), request.body.ids) }),
    )

    app.get(
      all,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(PlaybookInfo) } } },
      (request) => listPlaybooks(context, storeOf(request).id),
    )

    app.post(
      all,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreatePlaybook, response: { 201: PlaybookInfo } } },
      async (request, reply) => {
        await createPlaybook(context, callerOf(request), request.body)
        return reply.status(201).send(await readPlaybook(context, storeOf(request).id, request.body.id))
      },
    )

    app.get(one, { preHandler: mayRead, schema: { params, response: { 200: PlaybookInfo } } }, (request) =>
      readPlaybook(context, storeOf(request).id, request.params.playbook),
    )

    app.put(
      one,
      { preHandler: mayWrite, schema: { params, body: ChangePlaybook, response: { 200: PlaybookInfo } } },
      async (request) => {
        await changePlaybook(context, callerOf(request), request.params.playbook, request.body)
        return readPlaybook(context, storeOf(request).id, request.params.playbook)
      },
    )

    app.delete(one, { preHandler: mayWrite, schema: { params } }, async (request, reply) => {
      await removePlaybook(context, callerOf(request), request.params.playbook)
      return reply.status(204).send()
    })

    app.post(
      `${one}/preview`,
      { preHandler: mayRead, schema: { params, body: StartRun, response: { 200: RunPreview } } },
      (request) => previewRun(context, storeOf(request), request.params.playbook, request.body.tags),
    )

    app.post(
      `${one}/back-test`,
      { preHandler: mayRead, schema: { params, body: AskBackTest, response: { 200: BackTestReport } } },
      (request) => backTestPlaybook(context, storeOf(request), request.params.playbook, request.body.days),
    )
  }
