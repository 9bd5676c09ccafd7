import {
  AddImprovementGoals,
  AddMilestone,
  AovChange,
  AovPath,
  AovQuery,
  AskCategoryMix,
  AskRegions,
  CategoryMix,
  DailyBase,
  GoalsChanged,
  MilestoneAdded,
  PlanAovPath,
  RegionTargets,
  RepurchaseGoals,
  RepurchaseQuery,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { PlanPath } from '../plans/plan-routes.ts'
import { readPlanRow } from '../plans/plan-rows.ts'
import { addImprovement } from './add-improvement.ts'
import { addMilestone } from './add-milestone.ts'
import { readAovChange } from './aov-change.ts'
import { categoryMix } from './category-mix.ts'
import { readDailyBase } from './daily-base.ts'
import { planAovPath } from './plan-aov-path.ts'
import { readRepurchase } from './read-repurchase.ts'
import { planRegions } from './region-plan.ts'

/** What a year's goals are balanced by: categories, regions, AOV, repurchase, the daily base, operating targets. */
export const balanceRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const path = '/v1/stores/:store/plans/:plan/goals'
    const params = PlanPath
    /** What is reckoned from the shop's figures alone still belongs to a plan that is there. Errors: throws `not_found`. */
    const storeOfPlan = async (request: FastifyRequest, plan: string) => {
      const store = storeOf(request)
      await readPlanRow(context.records.db, { store: store.id, plan })
      return store
    }

    app.post(
      `${path}/improvement`,
      { preHandler: mayWrite, schema: { params, body: AddImprovementGoals, response: { 200: GoalsChanged } } },
      (request) => addImprovement(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/category-mix`,
      { preHandler: mayWrite, schema: { params, body: AskCategoryMix, response: { 200: CategoryMix } } },
      (request) =>
        categoryMix(context, callerOf(request), storeOf(request), request.params.plan, {
          request: request.body,
          asker: askerOf(request),
        }),
    )

    app.post(
      `${path}/regions`,
      { preHandler: mayWrite, schema: { params, body: AskRegions, response: { 200: RegionTargets } } },
      (request) => planRegions(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/aov-path`,
      { preHandler: mayWrite, schema: { params, body: PlanAovPath, response: { 200: AovPath } } },
      (request) => planAovPath(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/milestone`,
      { preHandler: mayWrite, schema: { params, body: AddMilestone, response: { 200: MilestoneAdded } } },
      (request) => addMilestone(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.get(
      `${path}/aov`,
      { preHandler: mayRead, schema: { params, querystring: AovQuery, response: { 200: AovChange } } },
      async (request) => readAovChange(context, await storeOfPlan(request, request.params.plan), request.query),
    )

    app.get(
      `${path}/daily-base`,
      {
        preHandler: mayRead,
        schema: { params, querystring: z.object({ asOf: z.iso.date().optional() }), response: { 200: DailyBase } },
      },
      async (request) => readDailyBase(context, await storeOfPlan(request, request.params.plan), request.query),
    )

    app.get(
      `${path}/repurchase`,
      { preHandler: mayRead, schema: { params, querystring: RepurchaseQuery, response: { 200: RepurchaseGoals } } },
      async (request) =>
        readRepurchase(context, await storeOfPlan(request, request.params.plan), request.query, askerOf(request)),
    )
  }
