import {
  ApprovePlan,
  ConfirmPlan,
  CutVersion,
  PlanComparison,
  PlanConfirmation,
  PlanPartSaved,
  PlanReason,
  PlanSummary,
  PlanVersion,
  PlanVersionDetail,
  VersionName,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { approvePlan, reopenPlan } from './approve-plan.ts'
import { compareVersions } from './compare-versions.ts'
import { confirmPlan, listConfirmations } from './confirm-plan.ts'
import type { CheckOfPlan } from './plan-gate.ts'
import { PlanPath } from './plan-routes.ts'
import { addVersion, listVersions, readVersion } from './plan-versions.ts'
import { readPlan } from './read-plan.ts'
import { restoreVersion } from './restore-version.ts'

const VersionPath = PlanPath.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647) })
const CompareQuery = z.object({ from: VersionName, to: VersionName.default('draft') })
const path = '/v1/stores/:store/plans/:plan'

/** Versions of a plan: cut, read, compared, restored. */
export const versionRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.get(
      `${path}/versions`,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: z.array(PlanVersion) } } },
      (request) => listVersions(context, storeOf(request).id, request.params.plan),
    )

    app.post(
      `${path}/versions`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: CutVersion, response: { 201: PlanVersion } } },
      async (request, reply) => {
        const version = await addVersion(context, callerOf(request), request.params.plan, request.body.note)
        return reply.status(201).send(version)
      },
    )

    app.get(
      `${path}/versions/:number`,
      { preHandler: mayRead, schema: { params: VersionPath, response: { 200: PlanVersionDetail } } },
      (request) => readVersion(context, storeOf(request).id, request.params.plan, request.params.number),
    )

    app.post(
      `${path}/versions/:number/restore`,
      { preHandler: mayWrite, schema: { params: VersionPath, body: PlanReason, response: { 200: PlanPartSaved } } },
      (request) => {
        const { plan, number } = request.params
        return restoreVersion(context, callerOf(request), plan, { number, reason: request.body.reason })
      },
    )

    app.get(
      `${path}/compare`,
      {
        preHandler: mayRead,
        schema: { params: PlanPath, querystring: CompareQuery, response: { 200: PlanComparison } },
      },
      (request) => compareVersions(context, { store: storeOf(request).id, plan: request.params.plan }, request.query),
    )
  }

/** Approval by the head of operations, and the merchant's own confirmation. */
export const approvalRoutes =
  (context: Context, { check }: { check: CheckOfPlan }): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayApprove = app.requirePermission('plan:approve')

    app.post(
      `${path}/approve`,
      { preHandler: mayApprove, schema: { params: PlanPath, body: ApprovePlan, response: { 200: PlanVersion } } },
      (request) =>
        approvePlan(context, callerOf(request), storeOf(request), request.params.plan, { asked: request.body, check }),
    )

    app.post(
      `${path}/reopen`,
      { preHandler: mayApprove, schema: { params: PlanPath, body: PlanReason, response: { 200: PlanSummary } } },
      async (request) => {
        await reopenPlan(context, callerOf(request), request.params.plan, request.body.reason)
        return (await readPlan(context, storeOf(request).id, request.params.plan)).summary
      },
    )

    app.get(
      `${path}/confirmations`,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: z.array(PlanConfirmation) } } },
      (request) => listConfirmations(context, { store: storeOf(request).id, plan: request.params.plan }),
    )

    app.post(
      `${path}/confirmations`,
      {
        preHandler: app.requirePermission('plan:confirm'),
        schema: { params: PlanPath, body: ConfirmPlan, response: { 200: z.array(PlanConfirmation) } },
      },
      (request) => confirmPlan(context, callerOf(request), request.params.plan, request.body),
    )
  }
