import { LiveBoard, LiveBoardQuery, LiveTop, LiveTopQuery, SetLiveTarget, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { answerOnce } from '../../insight/answer-cache.ts'
import { streamRoute } from '../stream/stream-route.ts'
import { boardClock } from './board-clock.ts'
import { boardSource } from './board-source.ts'
import { composeBoard } from './compose-board.ts'
import { setDayTarget } from './day-target.ts'
import { readHourTop } from './hour-top.ts'

const StorePath = z.object({ store: StoreId })

/** The running day of a shop: its board, the stream that keeps it fresh, the day's target, and the hot list of each hour. */
export const boardRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const reader = app.requirePermission('metrics:read')
    await app.register(streamRoute(context))

    app.get(
      '/v1/stores/:store/live/board',
      {
        preHandler: reader,
        schema: { params: StorePath, querystring: LiveBoardQuery, response: { 200: LiveBoard } },
      },
      (request) => {
        const store = storeOf(request)
        const { at } = request.query
        const clock = boardClock(store.timezone, { now: context.clock.now(), at: at ? new Date(at) : undefined })
        const compose = () => composeBoard(boardSource(context, store), store, clock)
        // Everybody who replays the same day at the same place shares one answer.
        return at ? answerOnce(context, ['live', 'board', store.id, at], compose) : compose()
      },
    )

    app.get(
      '/v1/stores/:store/live/top',
      { preHandler: reader, schema: { params: StorePath, querystring: LiveTopQuery, response: { 200: LiveTop } } },
      (request) => readHourTop(context, storeOf(request), request.query),
    )

    app.put(
      '/v1/stores/:store/live/target',
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: StorePath, body: SetLiveTarget, response: { 204: z.null() } },
      },
      async (request, reply) => {
        await setDayTarget(context, storeOf(request).id, request.body, actorOf(request))
        return reply.code(204).send(null)
      },
    )
  }
