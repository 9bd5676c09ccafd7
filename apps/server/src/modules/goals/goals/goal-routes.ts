import {
  AddNodeDrivers,
  DriversAnswer,
  EditGoals,
  FillBaselines,
  GoalGap,
  GoalReplay,
  GoalsAttainment,
  GoalsChanged,
  GoalsView,
  NodeDriversAnswer,
  RaisedAwardTasks,
  RaisedSeasonTasks,
  RaiseSeasonTasks,
  ReconcileGoals,
  SolveDrivers,
  SpreadGoals,
  StageGates,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { PlanPath } from '../plans/plan-routes.ts'
import { addNodeDrivers } from './add-node-drivers.ts'
import { editGoals } from './edit-goals.ts'
import { fillBaselines } from './fill-baselines.ts'
import { raiseAwardTasks } from './raise-award-tasks.ts'
import { raiseSeasonTasks } from './raise-season-tasks.ts'
import { readAttainment } from './read-attainment.ts'
import { readGap } from './read-gap.ts'
import { readStages } from './read-stages.ts'
import { reconcileGoals } from './reconcile-goals.ts'
import { replayGoal } from './replay-goal.ts'
import { solveDrivers } from './solve-drivers.ts'
import { spreadGoals } from './spread-goals.ts'
import { viewGoals } from './view-goals.ts'

const GoalPath = PlanPath.extend({ goal: z.string().max(80) })
const AsOf = z.object({ asOf: z.iso.date().optional() })

/** A block of 20,000 cells. */
const EDIT_BYTES = 8 * 1024 * 1024

/** What is worked out on a plan's goals: sums, splits, drivers, attainment. */
export const goalRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const path = '/v1/stores/:store/plans/:plan/goals'
    const changed = { 200: GoalsChanged }

    app.get(path, { preHandler: mayRead, schema: { params: PlanPath, response: { 200: GoalsView } } }, (request) =>
      viewGoals(context, storeOf(request), request.params.plan),
    )

    app.post(
      `${path}/edit`,
      {
        preHandler: mayWrite,
        bodyLimit: EDIT_BYTES,
        schema: { params: PlanPath, body: EditGoals, response: changed },
      },
      (request) => editGoals(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/spread`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: SpreadGoals, response: changed } },
      (request) => spreadGoals(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/reconcile`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: ReconcileGoals, response: changed } },
      (request) => reconcileGoals(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/baselines`,
      { preHandler: mayWrite, schema: { params: PlanPath, body: FillBaselines, response: changed } },
      (request) => fillBaselines(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.post(
      `${path}/award-tasks`,
      { preHandler: mayWrite, schema: { params: PlanPath, response: { 200: RaisedAwardTasks } } },
      (request) => raiseAwardTasks(context, callerOf(request), storeOf(request), request.params.plan),
    )

    app.post(
      '/v1/stores/:store/plans/:plan/season-tasks',
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, body: RaiseSeasonTasks, response: { 200: RaisedSeasonTasks } },
      },
      (request) =>
        raiseSeasonTasks(context, callerOf(request), storeOf(request), request.params.plan, {
          asked: request.body,
          asker: askerOf(request),
        }),
    )

    app.post(
      `${path}/drivers`,
      { preHandler: mayRead, schema: { params: PlanPath, body: SolveDrivers, response: { 200: DriversAnswer } } },
      (request) => solveDrivers(context, storeOf(request), request.params.plan, request.body, askerOf(request)),
    )

    app.post(
      `${path}/node-drivers`,
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, body: AddNodeDrivers, response: { 200: NodeDriversAnswer } },
      },
      (request) => addNodeDrivers(context, callerOf(request), storeOf(request), request.params.plan, request.body),
    )

    app.get(
      `${path}/attainment`,
      { preHandler: mayRead, schema: { params: PlanPath, querystring: AsOf, response: { 200: GoalsAttainment } } },
      (request) =>
        readAttainment(context, storeOf(request), request.params.plan, { ...request.query, asker: askerOf(request) }),
    )

    app.get(
      `${path}/stages`,
      { preHandler: mayRead, schema: { params: PlanPath, querystring: AsOf, response: { 200: StageGates } } },
      (request) =>
        readStages(context, storeOf(request), request.params.plan, { ...request.query, asker: askerOf(request) }),
    )

    app.get(
      `${path}/:goal/replay`,
      { preHandler: mayRead, schema: { params: GoalPath, response: { 200: GoalReplay } } },
      (request) => {
        const { plan, goal } = request.params
        return replayGoal(context, storeOf(request), plan, { goal, asker: askerOf(request) })
      },
    )

    app.get(
      `${path}/:goal/gap`,
      { preHandler: mayRead, schema: { params: GoalPath, querystring: AsOf, response: { 200: GoalGap } } },
      (request) => {
        const { plan, goal } = request.params
        return readGap(context, storeOf(request), plan, { ...request.query, goal, asker: askerOf(request) })
      },
    )
  }
