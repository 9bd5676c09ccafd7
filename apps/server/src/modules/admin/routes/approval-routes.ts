import {
  ApprovalOutcome,
  ApprovalPage,
  ApprovalQuery,
  ApprovalRequest,
  ApprovalRule,
  AskApproval,
  DecideApproval,
  SetApprovalRule,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { actorOf, roleOf, storeOf } from '../../../http/caller.ts'
import { setApprovalRule } from '../approvals/approval-rule.ts'
import { approveRequest, refuseRequest, withdrawRequest } from '../approvals/decide-approval.ts'
import { listApprovals, type Reader, readApproval } from '../approvals/list-approvals.ts'
import { listApprovalRules } from '../approvals/list-rules.ts'
import { getApproval } from '../approvals/registry.ts'
import { requestApproval } from '../approvals/request-approval.ts'

const StorePath = z.object({ store: StoreId })
const RequestPath = StorePath.extend({ id: z.string().max(64) })
const RulePath = StorePath.extend({ kind: z.string().max(60) })

const readerOf = (request: FastifyRequest): Reader => ({
  store: storeOf(request).id,
  actor: actorOf(request),
  role: roleOf(request),
})

/** Requests for a second person's word: who may do what with one is decided by its kind, beside the route's own check. */
export const approvalRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('store:read')
    const path = '/v1/stores/:store/approvals'

    const outcome = async (reader: Reader, performed: boolean, id: string | null): Promise<ApprovalOutcome> => ({
      performed,
      request: id === null ? null : await readApproval(context, reader, id),
    })

    app.get(
      path,
      { preHandler, schema: { params: StorePath, querystring: ApprovalQuery, response: { 200: ApprovalPage } } },
      (request) => listApprovals(context, readerOf(request), request.query),
    )

    app.post(
      path,
      { preHandler, schema: { params: StorePath, body: AskApproval, response: { 200: ApprovalOutcome } } },
      async (request) => {
        const { kind, payload, reason } = request.body
        const reader = readerOf(request)
        const declaration = getApproval(kind)
        if (declaration.ownRouteOnly)
          throw new ApiFailure('invalid_request', { where: `kind: ${kind} has a route of its own` })
        const asked = await requestApproval(context, declaration, reader, { payload, reason })
        return outcome(reader, asked.performed, asked.request?.id ?? null)
      },
    )

    app.get(
      `${path}/:id`,
      { preHandler, schema: { params: RequestPath, response: { 200: ApprovalRequest } } },
      (request) => readApproval(context, readerOf(request), request.params.id),
    )

    for (const [step, decide] of [
      ['approve', approveRequest],
      ['refuse', refuseRequest],
      ['withdraw', withdrawRequest],
    ] as const)
      app.post(
        `${path}/:id/${step}`,
        { preHandler, schema: { params: RequestPath, body: DecideApproval, response: { 200: ApprovalRequest } } },
        async (request) => {
          const { store, actor, role } = readerOf(request)
          const { id } = request.params
          await decide(context, { store, id, actor, reason: request.body.reason })
          return readApproval(context, { store, actor, role }, id)
        },
      )

    app.get(
      `${path}/rules`,
      { preHandler, schema: { params: StorePath, response: { 200: z.array(ApprovalRule) } } },
      (request) => listApprovalRules(context, storeOf(request).id),
    )

    app.put(
      `${path}/rules/:kind`,
      {
        preHandler: app.requirePermission('store:manage'),
        schema: { params: RulePath, body: SetApprovalRule, response: { 200: ApprovalOutcome } },
      },
      async (request) => {
        const reader = readerOf(request)
        const set = await setApprovalRule(context, getApproval(request.params.kind), reader, request.body)
        return outcome(reader, set.performed, set.request)
      },
    )
  }
