import {
  AddReportNote,
  CampaignComparison,
  CompareCampaigns,
  KeepEdition,
  PutReportSchedule,
  REPORT_FORMATS,
  ReportEdition,
  ReportId,
  ReportLibrary,
  ReportNotes,
  ReportPeriodKey,
  ReportQuery,
  ReportSchedules,
  ReportView,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, roleOf, storeOf } from '../../../http/caller.ts'
import { askerOf } from '../../insight/asker-of.ts'
import { compareCampaigns } from './compare-campaigns.ts'
import { listSchedules, putSchedule } from './delivery/schedules.ts'
import { keepEdition } from './editions/keep-edition.ts'
import { listEditions } from './editions/read-editions.ts'
import { listReports } from './list-reports.ts'
import { requireReport } from './make-report.ts'
import { readNotes } from './notes/read-notes.ts'
import { addNote, finishDecision } from './notes/write-note.ts'
import { fileOf } from './report-file.ts'
import { findPeriod } from './report-period.ts'
import { reportDocument, viewReport } from './view-report.ts'

const StorePath = z.object({ store: z.string() })
const ReportPath = StorePath.extend({ report: ReportId, period: ReportPeriodKey })
const path = '/v1/stores/:store/reports'

/** Reports: the library, reading, files, editions, notes, delivery. Figures that a reader may not see are not in what they get. */
export const reportRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const keyOf = async (request: Parameters<typeof storeOf>[0], { report, period }: z.infer<typeof ReportPath>) => {
      const store = storeOf(request)
      const found = await findPeriod(context, store, requireReport(report), period)
      return { store: store.id, report, period: found.period.key }
    }

    app.get(path, { preHandler: mayRead, schema: { params: StorePath, response: { 200: ReportLibrary } } }, (request) =>
      listReports(context, storeOf(request)),
    )

    app.get(
      `${path}/:report/:period`,
      { preHandler: mayRead, schema: { params: ReportPath, querystring: ReportQuery, response: { 200: ReportView } } },
      (request) =>
        viewReport(context, storeOf(request), { ...request.params, ...request.query, asker: askerOf(request) }),
    )

    for (const format of REPORT_FORMATS)
      app.get(
        `${path}/:report/:period/file.${format}`,
        { preHandler: app.requirePermission('data:export'), schema: { params: ReportPath, querystring: ReportQuery } },
        async (request, reply) => {
          const asked = { ...request.params, ...request.query, asker: askerOf(request) }
          const document = await reportDocument(context, storeOf(request), asked)
          const { name, type, bytes } = await fileOf(context, storeOf(request), document, { format, ...asked })
          reply.header('content-disposition', `attachment; filename="${encodeURIComponent(name)}"`)
          return reply.type(type).send(Buffer.from(bytes))
        },
      )

    app.post(
      `${path}/:report/:period/notes`,
      { preHandler: mayWrite, schema: { params: ReportPath, body: AddReportNote, response: { 200: ReportNotes } } },
      async (request) => {
        const key = await keyOf(request, request.params)
        const caller = { store: key.store, actor: actorOf(request), role: roleOf(request) }
        await addNote(context, caller, key, request.body)
        return { notes: await readNotes(context, key) }
      },
    )

    app.post(
      `${path}/notes/:note/done`,
      {
        preHandler: mayWrite,
        schema: { params: StorePath.extend({ note: z.coerce.number().int() }), response: { 200: ReportNotes } },
      },
      async (request) => {
        const caller = { store: storeOf(request).id, actor: actorOf(request), role: roleOf(request) }
        const { report, period } = await finishDecision(context, caller, request.params.note)
        return { notes: await readNotes(context, { store: caller.store, report, period }) }
      },
    )

    app.post(
      `${path}/:report/:period/editions`,
      {
        preHandler: mayWrite,
        schema: {
          params: ReportPath,
          body: KeepEdition,
          response: { 200: z.object({ editions: z.array(ReportEdition) }) },
        },
      },
      async (request) => {
        const asked = { ...request.params, ...request.body, actor: actorOf(request), asker: askerOf(request) }
        await keepEdition(context, storeOf(request), asked)
        return { editions: await listEditions(context, await keyOf(request, request.params)) }
      },
    )

    app.get(
      '/v1/stores/:store/report-schedules',
      { preHandler: mayRead, schema: { params: StorePath, response: { 200: ReportSchedules } } },
      async (request) => ({ schedules: await listSchedules(context, storeOf(request).id) }),
    )

    app.put(
      '/v1/stores/:store/report-schedules/:report',
      {
        preHandler: app.requirePermission('store:manage'),
        schema: {
          params: StorePath.extend({ report: ReportId }),
          body: PutReportSchedule,
          response: { 200: ReportSchedules },
        },
      },
      async (request) => {
        const caller = { store: storeOf(request).id, actor: actorOf(request), role: roleOf(request) }
        await putSchedule(context, caller, request.params.report, request.body)
        return { schedules: await listSchedules(context, caller.store) }
      },
    )

    app.get(
      '/v1/stores/:store/campaign-comparison',
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: CompareCampaigns, response: { 200: CampaignComparison } },
      },
      (request) => compareCampaigns(context, storeOf(request), request.query, askerOf(request)),
    )
  }
