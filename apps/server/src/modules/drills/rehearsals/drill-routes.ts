import {
  AskGain,
  CloseLesson,
  DrillDetail,
  DrillInfo,
  DrillLesson,
  PlannedDrill,
  PlaybookGain,
  RehearseRules,
  RuleRehearsal,
  StartDrill,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { askGain } from './ask-gain.ts'
import { closeLesson, listDrills, listLessons, readDrill } from './list-drills.ts'
import { plannedDrills } from './planned-drills.ts'
import { rehearseShopRules } from './rehearse-shop-rules.ts'
import { cancelDrill, startDrill } from './start-drill.ts'

const STORE = '/v1/stores/:store'
const StorePath = z.object({ store: StoreId })
const Id = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const DrillPath = StorePath.extend({ drill: Id })
const LessonPath = StorePath.extend({ lesson: Id })
const PlaybookPath = StorePath.extend({ playbook: z.string().max(60) })

/** Drills in the simulated market: start, follow, read; what is planned, what was learnt, what a playbook would gain. */
export const drillRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const all = `${STORE}/drills`
    const one = `${all}/:drill`

    app.get(
      all,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(DrillInfo) } } },
      (request) => listDrills(context, storeOf(request).id),
    )
    app.post(
      all,
      { preHandler: mayWrite, schema: { params: StorePath, body: StartDrill, response: { 201: DrillDetail } } },
      async (request, reply) => {
        const store = storeOf(request)
        const { actor } = callerOf(request)
        const id = await startDrill(context, { store, actor }, request.body)
        return reply.status(201).send(await readDrill(context, store.id, id))
      },
    )
    app.get(one, { preHandler: mayRead, schema: { params: DrillPath, response: { 200: DrillDetail } } }, (request) =>
      readDrill(context, storeOf(request).id, request.params.drill),
    )
    app.delete(one, { preHandler: mayWrite, schema: { params: DrillPath } }, async (request, reply) => {
      await cancelDrill(context, callerOf(request), request.params.drill)
      return reply.status(204).send()
    })
    app.get(
      `${STORE}/drill-calendar`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(PlannedDrill) } } },
      (request) => plannedDrills(context, storeOf(request)),
    )
    app.get(
      `${STORE}/drill-lessons`,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(DrillLesson) } } },
      (request) => listLessons(context, storeOf(request).id),
    )
    app.post(
      `${STORE}/drill-lessons/:lesson`,
      {
        preHandler: mayWrite,
        schema: { params: LessonPath, body: CloseLesson, response: { 200: z.array(DrillLesson) } },
      },
      async (request) => {
        await closeLesson(context, callerOf(request), request.params.lesson, request.body.result)
        return listLessons(context, storeOf(request).id)
      },
    )
    app.post(
      `${STORE}/playbooks/:playbook/gain`,
      { preHandler: mayRead, schema: { params: PlaybookPath, body: AskGain, response: { 200: PlaybookGain } } },
      (request) => askGain(context, storeOf(request), request.params.playbook, request.body.days),
    )
    app.post(
      `${STORE}/rule-rehearsals`,
      { preHandler: mayRead, schema: { params: StorePath, body: RehearseRules, response: { 200: RuleRehearsal } } },
      (request) => rehearseShopRules(context, storeOf(request), request.body),
    )
  }
