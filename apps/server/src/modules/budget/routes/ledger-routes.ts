import {
  BudgetBalances,
  BudgetLedgerPage,
  BudgetLedgerQuery,
  BudgetPostResult,
  CheckCommitment,
  FeeRatioCheck,
  PostToBudget,
} from '@zhanggui/contract'
import { cents } from '@zhanggui/kernel'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { checkCommitment } from '../ledger/check-commitment.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { postToBudget } from '../ledger/post-to-budget.ts'
import { readBudgetBalances } from '../ledger/read-balances.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { loadBudget } from '../load-budget.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

/** The ledger: post, list, where the money stands, and what a commitment would do. */
export const ledgerRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayPost = app.requirePermission('budget:post')

    app.get(
      `${BUDGET_PATH}/balances`,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: BudgetBalances } } },
      (request) => readBudgetBalances(context, budgetCaller(request)),
    )

    app.get(
      `${BUDGET_PATH}/ledger`,
      {
        preHandler: mayRead,
        schema: { params: PlanPath, querystring: BudgetLedgerQuery, response: { 200: BudgetLedgerPage } },
      },
      (request) => readLedger(context, budgetCaller(request), request.query),
    )

    app.post(
      `${BUDGET_PATH}/ledger`,
      {
        preHandler: mayPost,
        schema: { params: PlanPath, body: PostToBudget, response: { 200: BudgetPostResult, 202: BudgetPostResult } },
      },
      async (request, reply) => {
        const result = await postToBudget(context, budgetCaller(request), request.body)
        return reply.status(result.outcome === 'waiting' ? 202 : 200).send(result)
      },
    )

    app.post(
      `${BUDGET_PATH}/open`,
      { preHandler: mayPost, schema: { params: PlanPath, response: { 200: z.object({ posted: z.number().int() }) } } },
      (request) => openLedger(context, budgetCaller(request)),
    )

    app.post(
      `${BUDGET_PATH}/check`,
      {
        preHandler: mayRead,
        schema: { params: PlanPath, body: CheckCommitment, response: { 200: z.array(FeeRatioCheck) } },
      },
      async (request) => {
        const caller = budgetCaller(request)
        const loaded = await loadBudget(context, caller)
        const line = loaded.plan.budget.find((known) => known.id === request.body.lineId)
        if (!line) throw new ApiFailure('not_found', { what: `lines/${request.body.lineId}` })
        const amountCents = cents(request.body.amountCents)
        return checkCommitment(context, caller.shop, { key: caller, loaded, line, amountCents })
      },
    )
  }
