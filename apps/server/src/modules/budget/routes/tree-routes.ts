import {
  BudgetCatalogue,
  BudgetTable,
  BudgetWorkedOut,
  ConfirmReading,
  OverrideStage,
  PlanPartSaved,
  ReadBudgetTable,
  ResolveBudget,
  StageOverride,
  StartBudget,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { budgetCatalogue } from '../catalogue.ts'
import { loadBudget } from '../load-budget.ts'
import { confirmReading } from '../tree/confirm-reading.ts'
import { allowInStage } from '../tree/overrides.ts'
import { cellsOf, previewTable } from '../tree/read-table.ts'
import { startBudget } from '../tree/start-budget.ts'
import { typedBudget } from '../tree/typed-budget.ts'
import { workOut } from '../tree/work-out.ts'
import { BUDGET_PATH, budgetCaller, PlanPath } from './budget-path.ts'

/** A budget of 5,000 lines with long names. */
const BUDGET_BYTES = 12 * 1024 * 1024

/** The tree: what it comes to, what is unclear, where it starts, and what a table would make of it. */
export const treeRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.get(
      '/v1/budget-catalogue',
      { preHandler: app.requireSignIn, schema: { response: { 200: BudgetCatalogue } } },
      async () => budgetCatalogue(),
    )

    app.get(
      BUDGET_PATH,
      { preHandler: mayRead, schema: { params: PlanPath, response: { 200: BudgetWorkedOut } } },
      async (request) => {
        const { plan, figures, overrides } = await loadBudget(context, budgetCaller(request))
        const { year, budget: lines, budgetRules: rules, profile } = plan
        return workOut({ year, lines, rules, profile, figures, overrides })
      },
    )

    app.post(
      `${BUDGET_PATH}/resolve`,
      {
        preHandler: mayRead,
        bodyLimit: BUDGET_BYTES,
        schema: { params: PlanPath, body: ResolveBudget, response: { 200: BudgetWorkedOut } },
      },
      async (request) => {
        const { plan, figures, overrides } = await loadBudget(context, budgetCaller(request))
        const { profile } = request.body
        return workOut({ year: plan.year, ...typedBudget(request.body), profile, figures, overrides })
      },
    )

    app.post(
      `${BUDGET_PATH}/reading`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: ConfirmReading, response: { 200: PlanPartSaved } } },
      (request) => confirmReading(context, budgetCaller(request), request.body),
    )

    app.post(
      `${BUDGET_PATH}/start`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: StartBudget, response: { 200: PlanPartSaved } } },
      (request) => startBudget(context, budgetCaller(request), request.body),
    )

    app.post(
      `${BUDGET_PATH}/table`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: ReadBudgetTable, response: { 200: BudgetTable } } },
      async (request) => {
        const { text, base } = request.body
        return previewTable(await loadBudget(context, budgetCaller(request)), cellsOf(text), base)
      },
    )

    app.post(
      `${BUDGET_PATH}/overrides`,
      {
        preHandler: app.requirePermission('plan:approve'),
        schema: { params: PlanPath, body: OverrideStage, response: { 200: StageOverride } },
      },
      (request) => allowInStage(context, budgetCaller(request), request.body),
    )
  }
