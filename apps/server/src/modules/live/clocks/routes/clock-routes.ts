import type { ClockEvent } from '@zhanggui/clocks'
import {
  AssignClock,
  ClockBoard,
  ClockBoardQuery,
  ClockDetail,
  ClockReport,
  ClockReportQuery,
  EnterClockEvent,
  StartClockRequest,
  StartedClock,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { storeOf } from '../../../../http/caller.ts'
import { callerOf } from '../../../admin/routes/resource-routes.ts'
import { assignClock, enterEvent } from '../change-clock.ts'
import { readBoard } from '../read-board.ts'
import { readClockDetail } from '../read-clock-detail.ts'
import { readReport } from '../read-report.ts'
import { startClock } from '../start-clock.ts'

const StorePath = z.object({ store: StoreId })
const ClockPath = StorePath.extend({ clock: z.string().max(80) })

const BOARD = '/v1/stores/:store/live/clocks'

/** An event of the API as the engine reads it; without `at` it happens now. */
export function toClockEvent({ id, note, at, ...event }: z.output<typeof EnterClockEvent>, now: Date) {
  const clockEvent: ClockEvent = { ...event, at: at === undefined ? now.getTime() : Date.parse(at) }
  return { id, note, event: clockEvent }
}

/** Deadlines: the board, one clock, what happened to it, and how many were in time (P12.13). */
export const clockRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayAct = app.requirePermission('live:act')

    app.get(
      BOARD,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: ClockBoardQuery, response: { 200: ClockBoard } },
      },
      (request) => readBoard(context, storeOf(request).id, request.query),
    )

    app.get(
      `${BOARD}/report`,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: ClockReportQuery, response: { 200: ClockReport } },
      },
      (request) => readReport(context, storeOf(request), request.query),
    )

    app.get(
      `${BOARD}/:clock`,
      { preHandler: mayRead, schema: { params: ClockPath, response: { 200: ClockDetail } } },
      (request) => readClockDetail(context, { store: storeOf(request).id, id: request.params.clock }),
    )

    app.post(
      BOARD,
      { preHandler: mayAct, schema: { params: StorePath, body: StartClockRequest, response: { 200: StartedClock } } },
      (request) => {
        const { startedAt, ...start } = request.body
        return startClock(context, callerOf(request), {
          ...start,
          ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt) }),
        })
      },
    )

    app.post(
      `${BOARD}/:clock/events`,
      { preHandler: mayAct, schema: { params: ClockPath, body: EnterClockEvent } },
      async (request, reply) => {
        const { clock } = request.params
        const entered = toClockEvent(request.body, context.clock.now())
        await enterEvent(context, callerOf(request), { clock, ...entered })
        return reply.status(204).send()
      },
    )

    app.put(
      `${BOARD}/:clock/owner`,
      { preHandler: mayAct, schema: { params: ClockPath, body: AssignClock } },
      async (request, reply) => {
        const { clock } = request.params
        await assignClock(context, callerOf(request), { clock, owner: request.body.owner })
        return reply.status(204).send()
      },
    )
  }
