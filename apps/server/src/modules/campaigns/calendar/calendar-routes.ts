import multipart from '@fastify/multipart'
import {
  AppliedTemplate,
  ApplyTemplate,
  CalendarImport,
  CalendarQuery,
  CalendarTemplate,
  CalendarTemplatesQuery,
  CalendarYear,
  PlacedOccasion,
  PlaceOccasion,
  StoreId,
} from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { exportCalendar } from './export-ics.ts'
import { importCalendar } from './import-ics.ts'
import { placeOccasion } from './place-occasion.ts'
import { readCalendar } from './read-calendar.ts'
import { applyTemplate, listTemplates } from './templates.ts'

/** Five thousand events with long descriptions. */
const FILE_BYTES_MAX = 8 * 1024 * 1024

const StorePath = z.object({ store: StoreId })
const TemplatePath = StorePath.extend({ template: z.string().max(80) })

/** Calendar programs write UTF-8; older Chinese ones GBK. */
function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8. A text that is not GBK either shows as replacement characters and is refused as no calendar.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function uploadedText(request: FastifyRequest): Promise<string> {
  const upload = await request.file()
  if (!upload) throw new ApiFailure('invalid_request', { where: 'file: missing' })
  const bytes = await upload.toBuffer()
  if (upload.file.truncated) throw new ApiFailure('payload_too_large')
  return decodeText(bytes)
}

/** The year's calendar of a shop, as a calendar file and from one, and the templates of its months and quarters. */
export const calendarRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: FILE_BYTES_MAX, fields: 5 } })
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const path = '/v1/stores/:store/calendar'

    app.get(
      path,
      {
        preHandler: mayRead,
        schema: { params: StorePath, querystring: CalendarQuery, response: { 200: CalendarYear } },
      },
      (request) => readCalendar(context, storeOf(request), request.query),
    )

    app.get(
      `${path}.ics`,
      { preHandler: mayRead, schema: { params: StorePath, querystring: CalendarQuery } },
      async (request, reply) => {
        const { name, text } = await exportCalendar(context, storeOf(request), request.query)
        reply.header('content-disposition', `attachment; filename="${name}"`)
        return reply.type('text/calendar; charset=utf-8').send(text)
      },
    )

    app.post(
      `${path}/ics`,
      { preHandler: mayWrite, schema: { params: StorePath, response: { 200: CalendarImport } } },
      async (request) => importCalendar(context, storeOf(request), callerOf(request), await uploadedText(request)),
    )

    app.post(
      `${path}/occasions/place`,
      { preHandler: mayWrite, schema: { params: StorePath, body: PlaceOccasion, response: { 200: PlacedOccasion } } },
      (request) => placeOccasion(context, storeOf(request), callerOf(request), request.body),
    )

    app.get(
      `${path}/templates`,
      {
        preHandler: mayRead,
        schema: {
          params: StorePath,
          querystring: CalendarTemplatesQuery,
          response: { 200: z.array(CalendarTemplate) },
        },
      },
      (request) => listTemplates(context, storeOf(request), request.query.year),
    )

    app.post(
      `${path}/templates/:template/apply`,
      {
        preHandler: mayWrite,
        schema: { params: TemplatePath, body: ApplyTemplate, response: { 200: AppliedTemplate } },
      },
      (request) => {
        const { template } = request.params
        const { plan, reason } = request.body
        return applyTemplate(context, storeOf(request), callerOf(request), { template, plan, reason })
      },
    )
  }
