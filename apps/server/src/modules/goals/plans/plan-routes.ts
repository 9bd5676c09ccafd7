import {
  ChangePlanPart,
  ChangePlanParts,
  CreatePlan,
  OverdueTask,
  PlanDetail,
  PlanPart,
  PlanPartSaved,
  PlanProgress,
  PlanSummary,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { changePart, changeParts, type SentParts } from './change-plan.ts'
import { createPlan } from './create-plan.ts'
import { listPlans } from './list-plans.ts'
import type { BuildFromData } from './plan-hooks.ts'
import { recordProgress } from './plan-progress.ts'
import { readOverdue } from './read-overdue.ts'
import { readPlan, type StoredPlan } from './read-plan.ts'
import { removePlan } from './remove-plan.ts'

export const StorePath = z.object({ store: StoreId })
export const PlanPath = StorePath.extend({ plan: z.string().max(80) })
const PartPath = PlanPath.extend({ part: PlanPart })
const DeleteQuery = z.object({ reason: z.string().max(300).default('') })

/** 20,000 goals with long names and notes; the app's own limit would refuse a large plan. */
const PLAN_BYTES = 48 * 1024 * 1024

/** As the contract sends it: plain, changeable data. */
export const toDetail = ({ plan, summary, revisions }: StoredPlan): PlanDetail =>
  ({ ...plan, ...summary, revisions }) as unknown as PlanDetail

/** Plans of a shop and their parts. */
export const planRoutes =
  (context: Context, { buildFromData }: { buildFromData: BuildFromData }): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const path = '/v1/stores/:store/plans'

    app.get(
      path,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(PlanSummary) } } },
      (request) => listPlans(context, storeOf(request).id),
    )

    app.post(
      path,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreatePlan, response: { 201: PlanDetail } } },
      async (request, reply) => {
        const made = await createPlan(context, callerOf(request), storeOf(request), request.body, buildFromData)
        return reply.status(201).send(toDetail(made))
      },
    )

    app.get(
      `${path}/:plan`,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: PlanDetail } } },
      async (request) => toDetail(await readPlan(context, storeOf(request).id, request.params.plan)),
    )

    app.delete(
      `${path}/:plan`,
      { preHandler: mayWrite, schema: { params: PlanPath, querystring: DeleteQuery } },
      async (request, reply) => {
        await removePlan(context, callerOf(request), request.params.plan, request.query.reason)
        return reply.status(204).send()
      },
    )

    app.put(
      `${path}/:plan/parts/:part`,
      {
        preHandler: mayWrite,
        bodyLimit: PLAN_BYTES,
        schema: { params: PartPath, body: ChangePlanPart, response: { 200: PlanPartSaved } },
      },
      (request) => changePart(context, callerOf(request), request.params.plan, request.params.part, request.body),
    )

    app.put(
      `${path}/:plan/parts`,
      {
        preHandler: mayWrite,
        bodyLimit: PLAN_BYTES,
        schema: { params: PlanPath, body: ChangePlanParts, response: { 200: PlanPartSaved } },
      },
      (request) => {
        const { parts, reason } = request.body
        return changeParts(context, callerOf(request), request.params.plan, parts as SentParts, reason)
      },
    )

    app.get(
      `${path}/:plan/overdue`,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: z.array(OverdueTask) } } },
      (request) => readOverdue(context, storeOf(request), request.params.plan),
    )

    app.post(
      `${path}/:plan/progress`,
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, body: PlanProgress, response: { 200: PlanPartSaved } },
      },
      (request) => recordProgress(context, callerOf(request), request.params.plan, request.body),
    )
  }
