import {
  CreateProgramme,
  FinishEffects,
  OpenProgramme,
  PlayProgramme,
  ProgrammeAsked,
  ProgrammeCase,
  ProgrammeCasePage,
  ProgrammeCaseQuery,
  ProgrammeEffect,
  ProgrammeEffectQuery,
  ProgrammeInfo,
  ProgrammeKind,
  ProgrammePlayed,
  ProgrammeProof,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { listCases, readCase } from '../programmes/cases/list-cases.ts'
import { playProgramme } from '../programmes/cases/play-programme.ts'
import { finishEffects } from '../programmes/effects/finish-effects.ts'
import { listEffects } from '../programmes/effects/list-effects.ts'
import { listKinds } from '../programmes/list-kinds.ts'
import { closeProgramme } from '../programmes/records/close-programme.ts'
import { createProgramme } from '../programmes/records/create-programme.ts'
import { listProgrammes, readProgramme } from '../programmes/records/list-programmes.ts'
import { openProgramme } from '../programmes/records/open-programme.ts'
import { readProof } from '../programmes/records/read-proof.ts'
import { StorePath } from './promotion-routes.ts'

export const PROGRAMMES_PATH = '/v1/stores/:store/programmes'
export const ProgrammePath = StorePath.extend({ programme: z.string().max(80) })
const CasePath = ProgrammePath.extend({ case: z.string().max(80) })

/** Programmes: set up, opened with a second person's word, worked with by the shop's people and systems, closed. */
export const programmeRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${PROGRAMMES_PATH}/:programme`
    const params = ProgrammePath

    app.get(
      '/v1/stores/:store/programme-kinds',
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(ProgrammeKind) } } },
      (request) => listKinds(context, storeOf(request)),
    )

    app.get(
      PROGRAMMES_PATH,
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: z.array(ProgrammeInfo) } } },
      (request) => listProgrammes(context, storeOf(request)),
    )

    app.post(
      PROGRAMMES_PATH,
      { preHandler: mayWrite, schema: { params: StorePath, body: CreateProgramme, response: { 201: ProgrammeInfo } } },
      async (request, reply) => {
        const id = await createProgramme(context, callerOf(request), request.body)
        return reply.status(201).send(await readProgramme(context, storeOf(request), id))
      },
    )

    app.get(one, { preHandler: mayRead, schema: { params, response: { 200: ProgrammeInfo } } }, (request) =>
      readProgramme(context, storeOf(request), request.params.programme),
    )

    app.post(
      `${one}/open`,
      {
        preHandler: mayWrite,
        schema: { params, body: OpenProgramme, response: { 200: ProgrammeAsked, 202: ProgrammeAsked } },
      },
      async (request, reply) => {
        const { programme } = request.params
        const asked = await openProgramme(context, callerOf(request), { programme, input: request.body })
        const answer = { ...asked, programme: await readProgramme(context, storeOf(request), programme) }
        return reply.status(asked.performed ? 200 : 202).send(answer)
      },
    )

    app.post(
      `${one}/close`,
      { preHandler: mayWrite, schema: { params, response: { 200: ProgrammeInfo } } },
      async (request) => {
        await closeProgramme(context, callerOf(request), request.params.programme)
        return readProgramme(context, storeOf(request), request.params.programme)
      },
    )

    app.post(
      `${one}/commands`,
      { preHandler: mayWrite, schema: { params, body: PlayProgramme, response: { 200: ProgrammePlayed } } },
      (request) =>
        playProgramme(context, callerOf(request), storeOf(request), {
          programme: request.params.programme,
          play: request.body,
        }),
    )

    app.get(
      `${one}/cases`,
      {
        preHandler: mayRead,
        schema: { params, querystring: ProgrammeCaseQuery, response: { 200: ProgrammeCasePage } },
      },
      (request) => listCases(context, storeOf(request), { programme: request.params.programme, query: request.query }),
    )

    app.get(
      `${one}/cases/:case`,
      { preHandler: mayRead, schema: { params: CasePath, response: { 200: ProgrammeCase } } },
      (request) =>
        readCase(context, storeOf(request), { programme: request.params.programme, caseId: request.params.case }),
    )

    app.get(
      `${one}/effects`,
      {
        preHandler: mayRead,
        schema: { params, querystring: ProgrammeEffectQuery, response: { 200: z.array(ProgrammeEffect) } },
      },
      (request) =>
        listEffects(context, storeOf(request), { programme: request.params.programme, query: request.query }),
    )

    app.post(
      `${one}/effects/done`,
      {
        preHandler: mayWrite,
        schema: { params, body: FinishEffects, response: { 200: z.object({ done: z.number().int() }) } },
      },
      async (request) => ({
        done: await finishEffects(context, callerOf(request), {
          programme: request.params.programme,
          input: request.body,
        }),
      }),
    )

    app.get(`${one}/proof`, { preHandler: mayRead, schema: { params, response: { 200: ProgrammeProof } } }, (request) =>
      readProof(context, { store: storeOf(request).id, programme: request.params.programme }),
    )
  }
