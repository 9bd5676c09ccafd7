import multipart from '@fastify/multipart'
import { AcknowledgeFinding, FileFindings, PlanFindings } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { languageOf } from '../../../http/error-handler.ts'
import { withUpload } from '../../admin/routes/resource-file-routes.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { PlanPath, StorePath } from '../plans/plan-routes.ts'
import { acknowledgeFinding, withdrawAcknowledgement } from './acknowledge-finding.ts'
import { checkPlanFile } from './check-plan-file.ts'
import { exportFindings } from './export-findings.ts'
import { readFindings } from './read-findings.ts'

const FILE_BYTES_MAX = 20 * 1024 * 1024
const FindingPath = PlanPath.extend({ key: z.string().regex(/^[0-9a-f]{24}$/) })
const ExportQuery = z.object({ format: z.enum(['csv', 'xlsx']).default('csv') })
const FileQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })
const path = '/v1/stores/:store/plans/:plan/findings'

/** The check of a plan: its findings, what people let stand, and files that are checked without being stored. */
export const checkRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: FILE_BYTES_MAX, fields: 5 } })
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')

    app.get(path, { preHandler: mayRead, schema: { params: PlanPath, response: { 200: PlanFindings } } }, (request) =>
      readFindings(context, storeOf(request), request.params.plan),
    )

    app.get(
      `${path}/export`,
      { preHandler: app.requirePermission('data:export'), schema: { params: PlanPath, querystring: ExportQuery } },
      async (request, reply) => {
        const { plan } = request.params
        const { findings } = await readFindings(context, storeOf(request), plan)
        const given = { format: request.query.format, language: languageOf(request) }
        const file = await exportFindings(plan, findings, given)
        reply.header('content-disposition', `attachment; filename="${file.name}"`)
        return reply.type(file.type).send(file.bytes)
      },
    )

    app.put(
      `${path}/:key/acknowledgement`,
      {
        preHandler: mayWrite,
        schema: { params: FindingPath, body: AcknowledgeFinding, response: { 200: PlanFindings } },
      },
      (request) =>
        acknowledgeFinding(context, callerOf(request), storeOf(request), { ...request.params, ...request.body }),
    )

    app.delete(
      `${path}/:key/acknowledgement`,
      { preHandler: mayWrite, schema: { params: FindingPath, response: { 200: PlanFindings } } },
      (request) => withdrawAcknowledgement(context, callerOf(request), storeOf(request), request.params),
    )

    app.post(
      '/v1/stores/:store/plan-check',
      { preHandler: mayRead, schema: { params: StorePath, querystring: FileQuery, response: { 200: FileFindings } } },
      (request) =>
        withUpload(context, request, (file) => checkPlanFile(context, storeOf(request), { file, ...request.query })),
    )
  }
