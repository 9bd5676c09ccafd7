import { AnswerMiss, PartnerDetail, PartnerSummary, PartnerWorkspace, StoreId } from '@zhanggui/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { actorOf, roleOf, storeOf, userOf } from '../../../http/caller.ts'
import { roleAllows } from '../role-permissions.ts'
import { answerMiss } from './answer-miss.ts'
import { judgeShop } from './levels/judge-partners.ts'
import { listPartners, partnerOfPerson, readPartner } from './read-partners.ts'
import { readWorkspace } from './read-workspace.ts'

const StorePath = z.object({ store: StoreId })
const PartnerPath = StorePath.extend({ partner: z.string().max(80) })

/** Partners as the shop sees them, and the workspace in which each sees itself and nobody else. */
export const partnerRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const preHandler = app.requirePermission('plan:read')
    const outside = app.requirePermission('partner:work')
    const ownPartner = (request: FastifyRequest) => partnerOfPerson(context, storeOf(request), userOf(request).email)

    app.get(
      '/v1/stores/:store/partners',
      { preHandler, schema: { params: StorePath, response: { 200: z.array(PartnerSummary) } } },
      (request) => listPartners(context, storeOf(request)),
    )

    app.post(
      '/v1/stores/:store/partners/judge',
      {
        preHandler: app.requirePermission('plan:write'),
        schema: { params: StorePath, response: { 200: z.array(PartnerSummary) } },
      },
      async (request) => {
        await judgeShop(context, storeOf(request))
        return listPartners(context, storeOf(request))
      },
    )

    app.get(
      '/v1/stores/:store/partners/:partner',
      { preHandler, schema: { params: PartnerPath, response: { 200: PartnerDetail } } },
      (request) =>
        readPartner(context, storeOf(request), {
          code: request.params.partner,
          showsPrice: roleAllows(roleOf(request), 'profit:read'),
        }),
    )

    app.get(
      '/v1/stores/:store/partner-workspace',
      { preHandler: outside, schema: { params: StorePath, response: { 200: PartnerWorkspace } } },
      async (request) => {
        const partner = await ownPartner(request)
        return readWorkspace(context, storeOf(request), partner, { showsPrice: true, drafts: false })
      },
    )

    app.post(
      '/v1/stores/:store/partner-workspace/misses',
      { preHandler: outside, schema: { params: StorePath, body: AnswerMiss } },
      async (request, reply) => {
        const partner = await ownPartner(request)
        const caller = { store: storeOf(request).id, actor: actorOf(request) }
        await answerMiss(context, caller, partner, request.body)
        return reply.status(204).send()
      },
    )
  }
