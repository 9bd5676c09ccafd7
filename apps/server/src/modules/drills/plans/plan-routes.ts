import {
  AdoptedPlans,
  AdoptPlans,
  ContingencyLibrary,
  ContingencyPlanInfo,
  DoStep,
  EndPlan,
  PlanReading,
  PlanRunInfo,
  PutContingencyPlan,
  StartPlan,
  StoreId,
  TakenReading,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { contingencyPlans, type PlanRow } from '../schema.ts'
import { listPlans, readPlan, readPlanLibrary } from './list-plans.ts'
import { ownPlan } from './plan-rows.ts'
import { listPlanRuns, readPlanRun } from './plan-runs.ts'
import { startByHand } from './start-plan.ts'
import { takeReading } from './take-reading.ts'
import { doStep, endPlan } from './work-on-run.ts'
import { adoptPlans, putPlan, removePlan } from './write-plan.ts'

const STORE = '/v1/stores/:store'
const StorePath = z.object({ store: StoreId })
const PlanPath = StorePath.extend({ plan: z.string().max(60) })
const RunPath = StorePath.extend({ run: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })
const StepPath = RunPath.extend({ step: z.string().max(60) })

async function findPlan({ records }: Context, store: string, id: string): Promise<PlanRow> {
  const [row] = await records.db.select().from(contingencyPlans).where(ownPlan({ store, id }))
  if (!row) throw new ApiFailure('not_found', { what: `contingency-plans/${id}` })
  return row
}

/** Contingency plans: what is shipped, what the shop adopted, what runs. */
export const planRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const mayAct = app.requirePermission('live:act')
    const library = `${STORE}/contingency-library`
    const all = `${STORE}/contingency-plans`
    const one = `${all}/:plan`
    const runs = `${STORE}/contingency-runs`
    const run = `${runs}/:run`

    app.get(
      library,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: ContingencyLibrary } } },
      (request) => readPlanLibrary(context, storeOf(request).id),
    )
    app.post(
      library,
      { preHandler: mayWrite, schema: { params: StorePath, body: AdoptPlans, response: { 200: AdoptedPlans } } },
      async (request) => ({ adopted: await adoptPlans(context, callerOf(request), request.body.ids) }),
    )
    app.get(
      all,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(ContingencyPlanInfo) } } },
      (request) => listPlans(context, storeOf(request).id),
    )
    app.get(
      one,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: ContingencyPlanInfo } } },
      (request) => readPlan(context, storeOf(request).id, request.params.plan),
    )
    app.put(
      one,
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, body: PutContingencyPlan, response: { 200: ContingencyPlanInfo } },
      },
      async (request) => {
        await putPlan(context, callerOf(request), request.params.plan, request.body)
        return readPlan(context, storeOf(request).id, request.params.plan)
      },
    )
    app.delete(one, { preHandler: mayWrite, schema: { params: PlanPath } }, async (request, reply) => {
      await removePlan(context, callerOf(request), request.params.plan)
      return reply.status(204).send()
    })
    app.post(
      `${one}/runs`,
      { preHandler: mayAct, schema: { params: PlanPath, body: StartPlan, response: { 201: PlanRunInfo } } },
      async (request, reply) => {
        const store = storeOf(request)
        const plan = await findPlan(context, store.id, request.params.plan)
        const { actor } = callerOf(request)
        const started = await startByHand(context, { store, actor }, plan, request.body.reason)
        return reply.status(201).send(await readPlanRun(context, store.id, started))
      },
    )
    app.post(
      `${STORE}/plan-readings`,
      { preHandler: mayAct, schema: { params: StorePath, body: PlanReading, response: { 200: TakenReading } } },
      (request) => takeReading(context, callerOf(request), request.body),
    )
    app.get(
      runs,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(PlanRunInfo) } } },
      (request) => listPlanRuns(context, storeOf(request).id),
    )
    app.get(run, { preHandler: mayRead, schema: { params: RunPath, response: { 200: PlanRunInfo } } }, (request) =>
      readPlanRun(context, storeOf(request).id, request.params.run),
    )
    app.post(
      `${run}/steps/:step`,
      { preHandler: mayAct, schema: { params: StepPath, body: DoStep, response: { 200: PlanRunInfo } } },
      async (request) => {
        await doStep(context, callerOf(request), request.params, request.body)
        return readPlanRun(context, storeOf(request).id, request.params.run)
      },
    )
    app.post(
      `${run}/end`,
      { preHandler: mayAct, schema: { params: RunPath, body: EndPlan, response: { 200: PlanRunInfo } } },
      async (request) => {
        await endPlan(context, callerOf(request), request.params.run, request.body)
        return readPlanRun(context, storeOf(request).id, request.params.run)
      },
    )
  }
