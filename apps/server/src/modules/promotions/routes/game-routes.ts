import {
  CreateGame,
  GameClosed,
  GameEffects,
  GameInfo,
  GamePlayed,
  GameRehearsal,
  GameRound,
  OpenRound,
  PlayRound,
  RehearseGame,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { closeGame } from '../games/close-game.ts'
import { createGame } from '../games/create-game.ts'
import { listEffects, listGames, listRounds, readGame } from '../games/list-games.ts'
import { openRound } from '../games/open-round.ts'
import { playRound } from '../games/play-round.ts'
import { rehearseGame } from '../games/rehearse-game.ts'
import { StorePath } from './promotion-routes.ts'

const GAMES = '/v1/stores/:store/games'
const GamePath = StorePath.extend({ game: z.string().max(80) })
const RoundPath = GamePath.extend({ round: z.string().max(80) })

/** Games with buyers: set up, played by the shop's own front end, closed with their seed. */
export const gameRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${GAMES}/:game`

    app.get(
      GAMES,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(GameInfo) } } },
      (request) => listGames(context, storeOf(request).id),
    )

    app.post(
      GAMES,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreateGame, response: { 201: GameInfo } } },
      async (request, reply) => {
        const game = await createGame(context, callerOf(request), request.body)
        return reply.status(201).send(await readGame(context, { store: storeOf(request).id, game }))
      },
    )

    app.post(
      `${GAMES}/rehearse`,
      { preHandler: mayRead, schema: { params: StorePath, body: RehearseGame, response: { 200: GameRehearsal } } },
      (request) => rehearseGame(context, storeOf(request).id, request.body),
    )

    app.get(one, { preHandler: mayRead, schema: { params: GamePath, response: { 200: GameInfo } } }, (request) =>
      readGame(context, { store: storeOf(request).id, game: request.params.game }),
    )

    app.get(
      `${one}/rounds`,
      { preHandler: mayRead, schema: { params: GamePath, response: { 200: z.array(GameRound) } } },
      (request) => listRounds(context, { store: storeOf(request).id, game: request.params.game }),
    )

    app.post(
      `${one}/rounds`,
      { preHandler: mayWrite, schema: { params: GamePath, body: OpenRound, response: { 201: GameRound } } },
      async (request, reply) => {
        const round = await openRound(context, storeOf(request), { game: request.params.game, ...request.body })
        return reply.status(201).send(round)
      },
    )

    app.post(
      `${one}/rounds/:round/plays`,
      { preHandler: mayWrite, schema: { params: RoundPath, body: PlayRound, response: { 200: GamePlayed } } },
      (request) => playRound(context, storeOf(request), { ...request.params, play: request.body }),
    )

    app.get(
      `${one}/effects`,
      { preHandler: mayRead, schema: { params: GamePath, response: { 200: GameEffects } } },
      (request) => listEffects(context, { store: storeOf(request).id, game: request.params.game }),
    )

    app.post(
      `${one}/close`,
      { preHandler: mayWrite, schema: { params: GamePath, response: { 200: GameClosed } } },
      (request) => closeGame(context, callerOf(request), request.params.game),
    )
  }
