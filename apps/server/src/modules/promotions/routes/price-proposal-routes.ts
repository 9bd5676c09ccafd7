import {
  PriceAudit,
  PriceAuditQuery,
  PriceProposal,
  PriceProposalPage,
  PriceProposalQuery,
  ProposePrice,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../../context.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { auditPrices } from '../prices/audit/audit-prices.ts'
import { listProposals } from '../prices/list-proposals.ts'
import { proposePrice } from '../prices/propose-price.ts'
import { StorePath } from './promotion-routes.ts'

const PROPOSALS = '/v1/stores/:store/price-proposals'

/** Prices that are proposed, approved and become effective at their time; the answer to a proposal is an approval. */
export const priceProposalRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      PROPOSALS,
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: PriceProposalQuery, response: { 200: PriceProposalPage } },
      },
      (request) => listProposals(context, callerOf(request), request.query),
    )

    app.post(
      PROPOSALS,
      {
        preHandler: app.requirePermission('products:write'),
        schema: { params: StorePath, body: ProposePrice, response: { 200: PriceProposal, 202: PriceProposal } },
      },
      async (request, reply) => {
        const made = await proposePrice(context, callerOf(request), storeOf(request), request.body)
        return reply.status(made.state === 'waiting' ? 202 : 200).send(made)
      },
    )

    app.get(
      '/v1/stores/:store/price-audit',
      {
        preHandler: app.requirePermission('plan:read'),
        schema: { params: StorePath, querystring: PriceAuditQuery, response: { 200: PriceAudit } },
      },
      (request) => auditPrices(context, storeOf(request), request.query),
    )
  }
