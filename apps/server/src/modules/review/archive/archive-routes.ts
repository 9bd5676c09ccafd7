import { ArchiveAnswer, ArchiveQuery, DraftLessonsQuery, ProposedLessons, ReuseCase } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, roleOf, storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { reuseCase, searchArchive } from './archive.ts'
import { lessonsFor, lessonsForDraft } from './propose-lessons.ts'

const StorePath = z.object({ store: z.string() })
const path = '/v1/stores/:store/archive'

/** The archive of what was done: found, proposed, taken up again. */
export const archiveRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')

    app.get(
      path,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: ArchiveQuery, response: { 200: ArchiveAnswer } },
      },
      (request) => searchArchive(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      `${path}/lessons`,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: DraftLessonsQuery, response: { 200: ProposedLessons } },
      },
      (request) => lessonsForDraft(context, storeOf(request), request.query, askerOf(request)),
    )

    app.get(
      `${path}/lessons-for/:campaign`,
      {
        preHandler: mayRead,
        schema: { params: StorePath.extend({ campaign: z.string() }), response: { 200: ProposedLessons } },
      },
      (request) => lessonsFor(context, storeOf(request), request.params.campaign, askerOf(request)),
    )

    app.post(
      `${path}/reuses`,
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: StorePath, body: ReuseCase, response: { 204: z.null() } },
      },
      async (request, reply) => {
        const caller = { store: storeOf(request).id, actor: actorOf(request), role: roleOf(request) }
        await reuseCase(context, caller, request.body)
        return reply.code(204).send(null)
      },
    )
  }
