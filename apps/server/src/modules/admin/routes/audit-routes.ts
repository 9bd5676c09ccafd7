import { AuditPage, AuditVerification, StoreId } from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { readAudit } from '../read-audit.ts'
import { verifyAudit } from '../verify-audit.ts'

const StorePath = z.object({ store: StoreId })

const AuditQuery = z.object({
  subject: z.string().max(200).optional(),
  actor: z.string().max(200).optional(),
  action: z.string().max(60).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

/** Who changed what: in a shop, and (for the owner) in the installation. */
export const auditRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('audit:read')

    app.get(
      '/v1/stores/:store/audit',
      { preHandler, schema: { params: StorePath, querystring: AuditQuery, response: { 200: AuditPage } } },
      (request) => {
        const { offset, limit, ...filter } = request.query
        return readAudit(context, { store: request.params.store, ...filter }, { offset, limit })
      },
    )

    app.get(
      '/v1/stores/:store/audit/verify',
      { preHandler, schema: { params: StorePath, response: { 200: AuditVerification } } },
      () => verifyAudit(context),
    )

    app.get(
      '/v1/audit',
      { preHandler: app.requireOwner, schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
      (request) => {
        const { offset, limit, ...filter } = request.query
        return readAudit(context, { store: null, ...filter }, { offset, limit })
      },
    )
  }
