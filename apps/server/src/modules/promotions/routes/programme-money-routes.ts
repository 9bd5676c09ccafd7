import {
  AskPayout,
  PayoutAsked,
  ProgrammeCollected,
  ProgrammePayout,
  ProgrammeRetention,
  ProgrammeStatement,
  ProgrammeStatementQuery,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { languageOf } from '../../../http/error-handler.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { collect } from '../programmes/collect/collect.ts'
import { exportStatement } from '../programmes/ledger/export-statement.ts'
import { readStatement } from '../programmes/ledger/read-statement.ts'
import { askPayout } from '../programmes/payouts/ask-payout.ts'
import { listPayouts } from '../programmes/payouts/list-payouts.ts'
import { readProgramme } from '../programmes/records/list-programmes.ts'
import { readRetention } from '../programmes/retention/read-retention.ts'
import { PROGRAMMES_PATH, ProgrammePath } from './programme-routes.ts'

const FileQuery = ProgrammeStatementQuery.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') })

/** The money of programmes: statements, payouts, what was collected from the shop's own orders; and who stayed. */
export const programmeMoneyRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const mayExport = app.requirePermission('data:export')
    const one = `${PROGRAMMES_PATH}/:programme`
    const params = ProgrammePath

    app.get(
      `${one}/statement`,
      {
        preHandler: mayRead,
        schema: { params, querystring: ProgrammeStatementQuery, response: { 200: ProgrammeStatement } },
      },
      (request) =>
        readStatement(context, storeOf(request), { programme: request.params.programme, query: request.query }),
    )

    app.get(
      `${one}/statement/file`,
      { preHandler: mayExport, schema: { params, querystring: FileQuery } },
      async (request, reply) => {
        const { format, ...query } = request.query
        const { programme } = request.params
        const statement = await readStatement(context, storeOf(request), { programme, query })
        const file = await exportStatement(statement, { format, language: languageOf(request) })
        reply.header('content-disposition', `attachment; filename="${encodeURIComponent(file.name)}"`)
        return reply.type(file.type).send(file.bytes)
      },
    )

    app.get(
      `${one}/payouts`,
      { preHandler: mayRead, schema: { params, response: { 200: z.array(ProgrammePayout) } } },
      (request) => listPayouts(context, { store: storeOf(request).id, programme: request.params.programme }),
    )

    app.post(
      `${one}/payouts`,
      { preHandler: mayWrite, schema: { params, body: AskPayout, response: { 200: PayoutAsked, 202: PayoutAsked } } },
      async (request, reply) => {
        const { programme } = request.params
        const store = storeOf(request)
        const { id, ...asked } = await askPayout(context, callerOf(request), store, { programme, input: request.body })
        const payout = (await listPayouts(context, { store: store.id, programme })).find((row) => row.id === id)
        if (!payout) throw new Error('a payout that was stored is listed')
        return reply.status(asked.performed ? 200 : 202).send({ ...asked, payout })
      },
    )

    app.post(
      `${one}/collect`,
      { preHandler: mayWrite, schema: { params, response: { 200: ProgrammeCollected } } },
      async (request) => {
        const { programme } = request.params
        const store = storeOf(request)
        const collected = await collect(context, callerOf(request), store, programme)
        return { collected, programme: await readProgramme(context, store, programme) }
      },
    )

    app.get(
      `${one}/retention`,
      { preHandler: mayRead, schema: { params, response: { 200: ProgrammeRetention } } },
      (request) => readRetention(context, storeOf(request), request.params.programme),
    )
  }
