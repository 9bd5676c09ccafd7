import { PlanDocument, PlanDocumentQuery } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../context.ts'
import { storeOf } from '../../http/caller.ts'
import { PlanPath } from '../goals/plans/plan-routes.ts'
import { askerOf } from '../insight/asker-of.ts'
import { archiveRoutes } from './archive/archive-routes.ts'
import { attributionRoutes } from './attribution/attribution-routes.ts'
import { diagnosisRoutes } from './diagnosis/diagnosis-routes.ts'
import { driversRoutes } from './drivers/drivers-routes.ts'
import { DOCUMENT_FORMATS, type DocumentFormat, planDocument, planDocumentFile } from './plan-document/plan-document.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { surveyRoutes } from './surveys/survey-routes.ts'

const path = '/v1/stores/:store/plans/:plan/document'
const FORMATS = Object.keys(DOCUMENT_FORMATS) as DocumentFormat[]

/** Documents that are made from plans and figures. */
export const reviewRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.register(driversRoutes(context))
    app.register(attributionRoutes(context))
    app.register(diagnosisRoutes(context))
    app.register(reportRoutes(context))
    app.register(archiveRoutes(context))
    app.register(surveyRoutes(context))

    app.get(
      path,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: PlanPath, querystring: PlanDocumentQuery, response: { 200: PlanDocument } },
      },
      async (request) => {
        const asker = askerOf(request)
        const { document } = await planDocument(context, storeOf(request), request.params.plan, {
          ...request.query,
          asker,
        })
        return document as PlanDocument
      },
    )

    for (const format of FORMATS)
      app.get(
        `${path}.${format}`,
        {
          // Whoever may take files out may read plans (role-permissions.ts).
          preHandler: app.requirePermission('data:export'),
          schema: { params: PlanPath, querystring: PlanDocumentQuery },
        },
        async (request, reply) => {
          const asked = { ...request.query, format, asker: askerOf(request) }
          const { name, type, bytes } = await planDocumentFile(context, storeOf(request), request.params.plan, asked)
          reply.header('content-disposition', `attachment; filename="${encodeURIComponent(name)}"`)
          return reply.type(type).send(Buffer.from(bytes))
        },
      )
  }
