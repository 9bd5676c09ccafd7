import multipart from '@fastify/multipart'
import { PlanTableMode, PlanTableResult } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { languageOf } from '../../../http/error-handler.ts'
import { withUpload } from '../../admin/routes/resource-file-routes.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { PlanPath } from '../plans/plan-routes.ts'
import { readPlan } from '../plans/read-plan.ts'
import { exportTable } from './export-table.ts'
import { importTable } from './import-table.ts'
import { takeTable } from './take-table.ts'

const FILE_BYTES_MAX = 20 * 1024 * 1024
const apply = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
const ImportQuery = z.object({ apply, mode: PlanTableMode.default('replace') })
const DeriveQuery = z.object({ apply })
const ExportQuery = z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') })
const path = '/v1/stores/:store/plans/:plan/table'

/** The yearly table of a plan: in from a file, taken over into tasks and goals, out as a file. */
export const tableRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: FILE_BYTES_MAX, fields: 5 } })
    const mayWrite = app.requirePermission('plan:write')

    app.post(
      `${path}/import`,
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, querystring: ImportQuery, response: { 200: PlanTableResult } },
      },
      (request) =>
        withUpload(context, request, (file) =>
          importTable(context, callerOf(request), storeOf(request), request.params.plan, { file, ...request.query }),
        ),
    )

    app.post(
      `${path}/derive`,
      {
        preHandler: mayWrite,
        schema: { params: PlanPath, querystring: DeriveQuery, response: { 200: PlanTableResult } },
      },
      (request) => {
        const given = { rows: null, notes: [], mode: 'replace' as const, ...request.query }
        return takeTable(context, callerOf(request), storeOf(request), request.params.plan, given)
      },
    )

    app.get(
      `${path}/export`,
      { preHandler: app.requirePermission('data:export'), schema: { params: PlanPath, querystring: ExportQuery } },
      async (request, reply) => {
        const { plan } = await readPlan(context, storeOf(request).id, request.params.plan)
        const file = await exportTable(plan, { format: request.query.format, language: languageOf(request) })
        reply.header('content-disposition', `attachment; filename="${file.name}"`)
        return reply.type(file.type).send(file.bytes)
      },
    )
  }
