import {
  ErasePerson,
  ErasureReport,
  ExportPerson,
  PersonExport,
  RetentionRule,
  RetentionRun,
  RunRetention,
  SetRetention,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, storeOf } from '../../../http/caller.ts'
import { erasePerson } from '../people/erase-person.ts'
import { exportPerson, personCsv } from '../people/export-person.ts'
import { listRetention, runRetention, setRetention } from '../people/retention.ts'

const StorePath = z.object({ store: StoreId })
const TablePath = StorePath.extend({ table: z.string().max(60) })

/** Personal data of buyers: what is kept and how long, one person's export, one person's erasure. */
export const peopleRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('people:erase')
    const path = '/v1/stores/:store'

    app.post(
      `${path}/people/erase`,
      { preHandler, schema: { params: StorePath, body: ErasePerson, response: { 200: ErasureReport } } },
      (request) => erasePerson(context, storeOf(request), request.body, { actor: actorOf(request) }),
    )

    app.post(
      `${path}/people/export`,
      {
        preHandler,
        schema: { params: StorePath, body: ExportPerson, response: { 200: z.union([PersonExport, z.string()]) } },
      },
      async (request, reply) => {
        const person = await exportPerson(context, storeOf(request), request.body, { actor: actorOf(request) })
        if (request.body.format === 'json') return person
        reply.header('content-disposition', 'attachment; filename="person.csv"').type('text/csv; charset=utf-8')
        return reply.serializer((text: string) => text).send(personCsv(person))
      },
    )

    app.get(
      `${path}/retention`,
      {
        preHandler: app.requirePermission('store:read'),
        schema: { params: StorePath, response: { 200: z.array(RetentionRule) } },
      },
      (request) => listRetention(context, storeOf(request).id),
    )

    app.put(
      `${path}/retention/:table`,
      { preHandler, schema: { params: TablePath, body: SetRetention, response: { 200: RetentionRule } } },
      (request) => {
        const { store, table } = request.params
        return setRetention(context, store, { table, ...request.body }, { actor: actorOf(request) })
      },
    )

    app.post(
      `${path}/retention/run`,
      { preHandler, schema: { params: StorePath, body: RunRetention, response: { 200: RetentionRun } } },
      (request) => runRetention(context, storeOf(request), { apply: request.body.apply, actor: actorOf(request) }),
    )
  }
