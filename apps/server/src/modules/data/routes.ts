import { createReadStream } from 'node:fs'
import multipart from '@fastify/multipart'
import {
  FilePreview,
  FormatInfo,
  ImportJob,
  PreviewAgain,
  QualityReport,
  RejectedRow,
  StartImport,
  StoreId,
  UploadResult,
} from '@zhanggui/contract'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { actorOf, storeOf } from '../../http/caller.ts'
import { namesOfActors } from '../admin/read-audit.ts'
import { findImport, findImportRow, listImports } from './import-jobs.ts'
import { createImportQueue, type ImportQueue } from './import-queue.ts'
import { listFormats } from './list-formats.ts'
import { mappingRoutes } from './mappings/mapping-routes.ts'
import { previewFile } from './preview-file.ts'
import { readQuality } from './read-quality.ts'
import { recoverImports } from './recover-imports.ts'
import { findUpload, forgetOldUploads, receiveUpload, type Upload } from './uploads.ts'

const StorePath = z.object({ store: StoreId })
const UploadPath = StorePath.extend({ upload: z.string() })
const JobPath = StorePath.extend({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const Page = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
})
const RejectsQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) })

/** A year of orders of a large shop, unpacked, is well below this. */
const FILE_BYTES = 4 * 1024 * 1024 * 1024
const FILES_MAX = 50
const HEARTBEAT_MS = 15_000

/** Jobs as pages see them: people by name, and the quarantine file as an address, not a place on the server's disk. */
async function presentJobs(context: Context, jobs: readonly ImportJob[]): Promise<ImportJob[]> {
  const names = await namesOfActors(
    context,
    jobs.map((job) => job.createdBy),
  )
  return jobs.map((job) => asSeen(job, names.get(job.createdBy) ?? job.createdBy))
}

const asSeen = (job: ImportJob, createdBy: string): ImportJob => ({
  ...job,
  createdBy,
  quarantine: job.quarantine === null ? null : `/v1/stores/${job.store}/imports/${job.id}/quarantine`,
})

async function presentJob(context: Context, job: ImportJob): Promise<ImportJob> {
  const [seen] = await presentJobs(context, [job])
  return seen ?? job
}

async function jobOf(context: Context, store: string, id: number): Promise<ImportJob> {
  const job = await findImport(context, store, id)
  if (!job) throw new ApiFailure('not_found', { what: `imports/${id}` })
  return job
}

const isOver = (job: ImportJob): boolean => !['queued', 'reading', 'checking', 'publishing'].includes(job.state)

/** Sends a job's changes as server-sent events until it is over or the reader leaves. */
function streamProgress(reply: FastifyReply, queue: ImportQueue, first: ImportJob, createdBy: string): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_MS)
  const send = (job: ImportJob): void => {
    raw.write(`data: ${JSON.stringify(asSeen(job, createdBy))}\n\n`)
    if (isOver(job)) raw.end()
  }
  const stop = queue.watch(first.id, send)
  raw.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
  send(first)
}

async function previewUpload(context: Context, store: string, upload: Upload): Promise<UploadResult> {
  const files: FilePreview[] = []
  for (const file of upload.files) files.push(await previewFile(context, { store, ...file }))
  return { uploadId: upload.id, files }
}

/** Uploads, imports, formats, saved mappings (their own routes) and the quality report. */
export const dataRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const { home } = context.settings
    const queue = createImportQueue(context)
    const mayImport = app.requirePermission('data:import')
    await app.register(mappingRoutes(context))
    await app.register(multipart, { limits: { fileSize: FILE_BYTES, files: FILES_MAX } })
    app.addHook('onReady', async () => {
      await recoverImports(context)
      await forgetOldUploads(home, context.clock.now())
    })
    app.addHook('preClose', () => queue.close())

    app.get('/v1/formats', { preHandler: app.requireSignIn, schema: { response: { 200: z.array(FormatInfo) } } }, () =>
      listFormats(),
    )

    app.post(
      '/v1/stores/:store/uploads',
      { preHandler: mayImport, bodyLimit: FILE_BYTES, schema: { params: StorePath, response: { 200: UploadResult } } },
      async (request) => {
        const store = storeOf(request).id
        if (!request.isMultipart()) throw new ApiFailure('unsupported_media_type')
        return previewUpload(context, store, await receiveUpload(home, store, request.files()))
      },
    )

    app.get(
      '/v1/stores/:store/uploads/:upload',
      { preHandler: mayImport, schema: { params: UploadPath, response: { 200: UploadResult } } },
      async (request) => {
        const store = storeOf(request).id
        return previewUpload(context, store, await findUpload(home, store, request.params.upload))
      },
    )

    app.post(
      '/v1/stores/:store/uploads/:upload/preview',
      { preHandler: mayImport, schema: { params: UploadPath, body: PreviewAgain, response: { 200: FilePreview } } },
      async (request) => {
        const store = storeOf(request).id
        const { name, format, headerRow } = request.body
        const upload = await findUpload(home, store, request.params.upload)
        const file = upload.files.find((f) => f.name === name)
        if (!file) throw new ApiFailure('not_found', { what: name })
        return previewFile(context, { store, ...file, ...(format && { format }), headerRow })
      },
    )

    app.post(
      '/v1/stores/:store/imports',
      { preHandler: mayImport, schema: { params: StorePath, body: StartImport, response: { 202: ImportJob } } },
      async (request, reply) => {
        const store = storeOf(request).id
        const { uploadId, files, ...options } = request.body
        const upload = await findUpload(home, store, uploadId)
        const chosen = files.map(({ name, mapping }) => {
          const file = upload.files.find((f) => f.name === name)
          if (!file) throw new ApiFailure('not_found', { what: name })
          return { ...file, mapping }
        })
        const job = await queue.start({ store, files: chosen, ...options, actor: actorOf(request) })
        return reply.status(202).send(await presentJob(context, job))
      },
    )

    app.get(
      '/v1/stores/:store/imports',
      {
        preHandler: mayImport,
        schema: { params: StorePath, querystring: Page, response: { 200: z.array(ImportJob) } },
      },
      async (request, reply) => {
        const page = await listImports(context, storeOf(request).id, request.query)
        reply.header('x-total-count', page.total)
        return presentJobs(context, page.imports)
      },
    )

    app.get(
      '/v1/stores/:store/imports/:id',
      { preHandler: mayImport, schema: { params: JobPath, response: { 200: ImportJob } } },
      async (request) => presentJob(context, await jobOf(context, storeOf(request).id, request.params.id)),
    )

    app.get(
      '/v1/stores/:store/imports/:id/progress',
      { preHandler: mayImport, schema: { params: JobPath } },
      async (request, reply) => {
        const job = await jobOf(context, storeOf(request).id, request.params.id)
        const { createdBy } = await presentJob(context, job)
        streamProgress(reply, queue, job, createdBy)
      },
    )

    app.post(
      '/v1/stores/:store/imports/:id/cancel',
      { preHandler: mayImport, schema: { params: JobPath, response: { 200: ImportJob } } },
      async (request) => presentJob(context, await queue.cancel({ store: storeOf(request).id, id: request.params.id })),
    )

    app.post(
      '/v1/stores/:store/imports/:id/resume',
      { preHandler: mayImport, schema: { params: JobPath, response: { 202: ImportJob } } },
      async (request, reply) => {
        const job = await queue.resume({ store: storeOf(request).id, id: request.params.id })
        return reply.status(202).send(await presentJob(context, job))
      },
    )

    app.get(
      '/v1/stores/:store/imports/:id/rejects',
      {
        preHandler: mayImport,
        schema: { params: JobPath, querystring: RejectsQuery, response: { 200: z.array(RejectedRow) } },
      },
      async (request) => {
        const row = await findImportRow(context, storeOf(request).id, request.params.id)
        if (!row) throw new ApiFailure('not_found', { what: `imports/${request.params.id}` })
        return row.rejects.slice(0, request.query.limit)
      },
    )

    app.get(
      '/v1/stores/:store/imports/:id/quarantine',
      { preHandler: mayImport, schema: { params: JobPath } },
      async (request, reply) => {
        const { quarantine, id } = await jobOf(context, storeOf(request).id, request.params.id)
        if (quarantine === null) throw new ApiFailure('not_found', { what: `imports/${id}/quarantine` })
        reply.header('content-type', 'text/csv; charset=utf-8')
        reply.header('content-disposition', `attachment; filename="quarantine-${id}.csv"`)
        return reply.send(createReadStream(quarantine))
      },
    )

    app.get(
      '/v1/stores/:store/quality',
      {
        preHandler: app.requirePermission('metrics:read'),
        schema: { params: StorePath, response: { 200: QualityReport } },
      },
      (request) => readQuality(context, storeOf(request).id),
    )
  }
