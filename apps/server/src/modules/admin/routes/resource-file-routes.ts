import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import { ResourceImportResult, ResourceListQuery, StoreId } from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { languageOf } from '../../../http/error-handler.ts'
import { exportResource } from '../resources/export-resource.ts'
import { importResource } from '../resources/import-resource.ts'
import { RESOURCES } from '../resources/registry.ts'
import { callerOf, pathOf, toResourceQuery } from './resource-routes.ts'

const FILE_BYTES_MAX = 20 * 1024 * 1024

const StorePath = z.object({ store: StoreId })
const ExportQuery = ResourceListQuery.extend({ format: z.enum(['csv', 'xlsx']).default('csv') })

/** Keeps the uploaded file under the home folder for the time of `work`. */
export async function withUpload<T>(
  context: Context,
  request: FastifyRequest,
  work: (file: { path: string; name: string }) => Promise<T>,
): Promise<T> {
  const upload = await request.file()
  if (!upload) throw new ApiFailure('invalid_request', { where: 'file: missing' })
  const folder = join(context.settings.home, 'tmp')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `upload-${randomUUID()}`)
  try {
    await pipeline(upload.file, createWriteStream(path))
    if (upload.file.truncated) throw new ApiFailure('payload_too_large')
    return await work({ path, name: upload.filename })
  } finally {
    await rm(path, { force: true })
  }
}

/** Files of each declared resource: out as CSV or XLSX, and in again. */
export const resourceFileRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: FILE_BYTES_MAX, fields: 5 } })
    for (const resource of RESOURCES) {
      app.get(
        `${pathOf(resource)}/export`,
        {
          preHandler: app.requirePermission('data:export'),
          schema: { params: StorePath, querystring: ExportQuery },
        },
        async (request, reply) => {
          const [query, { format }, language] = [toResourceQuery(request.query), request.query, languageOf(request)]
          const file = await exportResource(context, resource, callerOf(request), { query, format, language })
          reply.header('content-disposition', `attachment; filename="${file.name}"`)
          return reply.type(file.type).send(file.bytes)
        },
      )

      app.post(
        `${pathOf(resource)}/import`,
        {
          preHandler: app.requirePermission(resource.permissions.write),
          schema: { params: StorePath, response: { 200: ResourceImportResult } },
        },
        (request) => withUpload(context, request, (file) => importResource(context, resource, callerOf(request), file)),
      )
    }
  }
